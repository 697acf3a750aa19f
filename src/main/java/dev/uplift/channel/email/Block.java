package dev.uplift.channel.email;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a mail, growing as needed. */
final class Block {

    private byte[] bytes;
    private int size;

    Block() {
        this(16 * 1024);
    }

    /** As large as it will probably be. */
    Block(int expected) {
        this.bytes = new byte[expected];
    }

    void ascii(String text) {
        var octets = text.getBytes(StandardCharsets.US_ASCII);
        bytes(octets, 0, octets.length);
    }

    void bytes(byte[] source, int from, int length) {
        room(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    void put(int octet) {
        bytes[size++] = (byte) octet;
    }

    void lineBreak() {
        put('\r');
        put('\n');
    }

    /** Makes room for so many {@link #put}. */
    void room(int needed) {
        if (size + needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + needed, 2 * bytes.length));
        }
    }

    void append(Block other) {
        bytes(other.bytes, 0, other.size);
    }

    /** The same without room for more. */
    Block trimmed() {
        bytes = toBytes();
        return this;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
