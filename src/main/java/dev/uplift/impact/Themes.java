package dev.uplift.impact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reasons that people chose with their first answer; so few as might be known are left out. */
final class Themes {

    private static final long FEWEST = 5;
    private static final int MOST = 20;

    private static final Comparator<Theme> ORDER =
            Comparator.comparingLong((Theme theme) -> -theme.chosen()).thenComparing(Theme::reason);

    private final Map<String, long[]> people = new HashMap<>();

    void add(String[] reasons, String arm, long more) {
        for (var reason : reasons) {
            people.computeIfAbsent(reason, absent -> new long[2])[arm.equals("treated") ? 0 : 1] += more;
        }
    }

    /** At most twenty, the most frequent first. */
    List<Theme> mostFrequent() {
        return people.entrySet().stream()
                .map(entry -> new Theme(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .filter(theme -> theme.chosen() >= FEWEST)
                .sorted(ORDER)
                .limit(MOST)
                .toList();
    }
}
