package dev.uplift.survey;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Spelling {

    private static final int MOST_EDITS = 3;

    private Spelling() {}

    /** A sentence that names the closest known word, or all of them if none is close. */
    public static String remedy(String word, Collection<String> known) {
        return closest(word, known)
                .map(candidate -> "Did you mean '" + candidate + "'?")
                .orElseGet(() -> "Use one of: "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    /** The known word that differs by the fewest letters, unless all differ by more than half. */
    public static Optional<String> closest(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.min(MOST_EDITS, candidate.length() / 2))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** Edits (insert, delete, replace a letter) between two words; Levenshtein 1966, one row at a time. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
