package dev.uplift.audience;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds out the encoding of a text file: by its byte order mark, else UTF-8 if all of it is, else a western one. */
final class Encoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Bytes that mean nothing in windows-1252. */
    private static final String UNDEFINED = "\u0081\u008d\u008f\u0090\u009d";

    private static final int BUFFER = 1 << 16;

    private Encoding() {}

    /** The encoding of the file; reads all of it, a piece at a time. */
    static Charset of(Path file) throws IOException {
        byte[] head;
        try (var source = Files.newInputStream(file)) {
            head = Arrays.copyOf(source.readNBytes(4), 4);
        }
        if ((head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
                || (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if ((head[0] == (byte) 0xfe && head[1] == (byte) 0xff)
                || (head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if (isUtf8(file)) {
            return StandardCharsets.UTF_8;
        }
        return isWindows(file) ? WINDOWS : StandardCharsets.ISO_8859_1;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(BUFFER);
        var characters = CharBuffer.allocate(BUFFER);
        try (var source = Files.newByteChannel(file)) {
            while (source.read(bytes) >= 0) {
                bytes.flip();
                if (decoder.decode(bytes, characters.clear(), false).isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return !decoder.decode(bytes.flip(), characters.clear(), true).isError();
    }

    private static boolean isWindows(Path file) throws IOException {
        try (InputStream source = Files.newInputStream(file)) {
            var bytes = new byte[BUFFER];
            for (int read = source.read(bytes); read >= 0; read = source.read(bytes)) {
                for (int at = 0; at < read; at++) {
                    if (UNDEFINED.indexOf(bytes[at] & 0xff) >= 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
