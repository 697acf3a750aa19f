package dev.uplift.demo.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** How the bytes of a mail's part were made fit for transport (RFC 2045 §6). */
final class TransferEncoding {

    private TransferEncoding() {}

    static byte[] decode(String encoding, byte[] content) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(content);
            case "quoted-printable" -> quotedPrintable(content);
            default -> content;
        };
    }

    static byte[] base64(byte[] content) {
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            // A mail may contain anything; what cannot be decoded is shown as it came.
            return content;
        }
    }

    static byte[] quotedPrintable(byte[] content) {
        var plain = new ByteArrayOutputStream(content.length);
        for (var i = 0; i < content.length; i++) {
            if (content[i] != '=') {
                plain.write(content[i]);
            } else if (isHex(content, i + 1) && isHex(content, i + 2)) {
                plain.write(Character.digit(content[i + 1], 16) << 4 | Character.digit(content[i + 2], 16));
                i += 2;
            } else {
                i = endOfSoftBreak(content, i);
            }
        }
        return plain.toByteArray();
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalArgumentException e) {
            // An unknown name: ISO-8859-1 maps every byte to something readable.
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static boolean isHex(byte[] content, int at) {
        return at < content.length && Character.digit(content[at], 16) >= 0;
    }

    private static int endOfSoftBreak(byte[] content, int equalsSign) {
        var end = equalsSign;
        while (end + 1 < content.length && content[end] != '\n' && Character.isWhitespace(content[end + 1])) {
            end++;
        }
        return end;
    }
}
