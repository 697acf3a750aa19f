package dev.uplift.survey.answers;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns what somebody types into a search for comments in which each word, or one that begins with it, occurs. */
final class Sought {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 10;
    private static final int LONGEST_WORD = 60;

    private Sought() {}

    /** A tsquery as text, such as {@code 'rechn':* & 'teuer':*}; empty if nothing is sought. */
    static String query(String typed) {
        return BETWEEN_WORDS
                .splitAsStream(Folded.of(typed))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "'" + word.substring(0, Math.min(LONGEST_WORD, word.length())) + "':*")
                .collect(Collectors.joining(" & "));
    }
}
