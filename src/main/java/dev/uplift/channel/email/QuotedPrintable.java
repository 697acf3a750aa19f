package dev.uplift.channel.email;

import java.nio.charset.StandardCharsets;

/**
 * Quoted-printable (RFC 2045) for text: line breaks become CRLF, no line is longer than 76 characters, and none begins with
 * a dot, so that SMTP has nothing to add.
 */
final class QuotedPrintable {

    private static final int LONGEST_LINE = 75;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] PLAIN = plain();

    private final byte[] text;
    private final Block out;

    private QuotedPrintable(byte[] text, Block out) {
        this.text = text;
        this.out = out;
    }

    static void write(String text, Block target) {
        new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8), target).encode();
    }

    /** Line by line, and in each run by run of what may stand as it is. */
    private void encode() {
        var column = 0;
        for (var i = 0; i < text.length; ) {
            out.room(8);
            if (breaks(text[i])) {
                i += text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n' ? 2 : 1;
                out.lineBreak();
                column = 0;
                continue;
            }
            var dot = column == 0 && text[i] == '.';
            var run = dot ? 0 : run(i, LONGEST_LINE - column);
            if (run > 0) {
                out.bytes(text, i, run);
                i += run;
                column += run;
            } else if (column + (stands(i) && !dot ? 1 : 3) > LONGEST_LINE) {
                out.put('=');
                out.lineBreak();
                column = 0;
            } else {
                out.put('=');
                out.put(HEX[(text[i] >> 4) & 0xf]);
                out.put(HEX[text[i] & 0xf]);
                i++;
                column += 3;
            }
        }
    }

    /** How many bytes from here may stand as they are, at most as many as the line has room for. */
    private int run(int from, int most) {
        var end = Math.min(text.length, from + most);
        var i = from;
        while (i < end && stands(i)) {
            i++;
        }
        return i - from;
    }

    /** A blank stands as it is unless it ends the line. */
    private boolean stands(int i) {
        var octet = text[i];
        if (octet == ' ' || octet == '\t') {
            return i + 1 < text.length && !breaks(text[i + 1]);
        }
        return octet > 0 && PLAIN[octet];
    }

    private static boolean breaks(byte octet) {
        return octet == '\n' || octet == '\r';
    }

    private static boolean[] plain() {
        var plain = new boolean[128];
        for (var octet = '!'; octet <= '~'; octet++) {
            plain[octet] = octet != '=';
        }
        return plain;
    }
}
