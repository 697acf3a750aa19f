package dev.uplift.channel.email;

/** The only way a header gets into a mail; a value that could start another header is refused. */
final class Headers {

    private static final int LONGEST = 900;

    /** A line should not be longer than 78; longer texts are split into encoded words. */
    private static final int LONGEST_TEXT = 66;

    private final StringBuilder lines = new StringBuilder(1024);

    /** A header for people: any printable text, encoded by RFC 2047 where needed. */
    Headers text(String name, String value) {
        refuseControls(name, value);
        var plain = value.length() <= LONGEST_TEXT && ascii(value) && !value.contains("=?");
        return line(name, plain ? value : EncodedWords.of(value));
    }

    /** A header for machines: printable ASCII on one line. */
    Headers exact(String name, String value) {
        if (value.isEmpty() || value.length() > LONGEST || !ascii(value)) {
            throw new BadHeader(name);
        }
        return line(name, value);
    }

    private Headers line(String name, String value) {
        lines.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    private static boolean ascii(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static void refuseControls(String name, String value) {
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (Character.isISOControl(character) || character == '\u2028' || character == '\u2029') {
                throw new BadHeader(name);
            }
        }
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** A header's value has characters it must not have; the text names the header, never the value. */
    static final class BadHeader extends RuntimeException {

        BadHeader(String name) {
            super("The header " + name + " has a line break or another character it must not have");
        }
    }
}
