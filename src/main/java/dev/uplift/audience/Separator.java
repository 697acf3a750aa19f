package dev.uplift.audience;

/** Finds out what separates the fields of a CSV file. */
final class Separator {

    private static final String CANDIDATES = ";,\t|";

    private Separator() {}

    /** The candidate that stands most often outside quotes in the first line; a comma if there is none. */
    static char in(String start) {
        if (start.matches("(?s)\"?sep=[;,\t|].*")) {
            return start.charAt(start.indexOf('=') + 1);
        }
        var counts = new int[CANDIDATES.length()];
        var quoted = false;
        for (int at = 0; at < start.length(); at++) {
            var character = start.charAt(at);
            quoted ^= character == '"';
            if (!quoted && (character == '\n' || character == '\r')) {
                break;
            }
            var candidate = CANDIDATES.indexOf(character);
            if (!quoted && candidate >= 0) {
                counts[candidate]++;
            }
        }
        return mostFrequent(counts);
    }

    private static char mostFrequent(int[] counts) {
        var best = CANDIDATES.indexOf(',');
        for (int candidate = 0; candidate < counts.length; candidate++) {
            if (counts[candidate] > counts[best]) {
                best = candidate;
            }
        }
        return CANDIDATES.charAt(best);
    }
}
