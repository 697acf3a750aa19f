package dev.uplift.message;

/** Collects words and line breaks the way a browser lays them out: spaces collapse, breaks do not add up. */
final class Lines {

    private static final int WIDTH = 60;

    private final StringBuilder text = new StringBuilder(2048);
    private int breaks;
    private boolean space;

    void words(String words) {
        for (var i = 0; i < words.length(); i++) {
            var character = words.charAt(i);
            if (character == ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f') {
                space = true;
            } else {
                append(character);
            }
        }
    }

    void newLine(int number) {
        breaks = Math.max(breaks, number);
        space = false;
    }

    void rule() {
        newLine(2);
        words("-".repeat(WIDTH));
        newLine(2);
    }

    void heading() {
        newLine(2);
    }

    /** Draws a line under the last one. */
    void underline(char character) {
        newLine(1);
        words("" + Wording.UNDERLINE + character);
        newLine(2);
    }

    /** Draws a line as long as the last one of this text. */
    static void underline(StringBuilder text, char character) {
        var end = text.length() - 1;
        var length = end - text.lastIndexOf("\n", end - 1) - 1;
        text.append(String.valueOf(character).repeat(Math.max(0, Math.min(WIDTH, length))));
    }

    private void append(char character) {
        if (text.length() > 0) {
            text.append("\n".repeat(breaks));
            if (breaks == 0 && space) {
                text.append(' ');
            }
        }
        breaks = 0;
        space = false;
        text.append(character);
    }

    @Override
    public String toString() {
        return text + "\n";
    }
}
