package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** How many answers gave each score; the list has eleven numbers, for 0 to 10. */
public record Scores(List<Long> counts) {

    private static final int HIGHEST = 10;
    private static final int BEST_DETRACTOR = 6;
    private static final int BEST_PASSIVE = 8;

    public Scores {
        if (counts.size() != HIGHEST + 1) {
            throw new IllegalArgumentException("Scores run from 0 to 10, but there are " + counts.size() + " counts");
        }
        counts = List.copyOf(counts);
    }

    static Scores of(Map<Integer, Long> answers) {
        return new Scores(LongStream.rangeClosed(0, HIGHEST)
                .mapToObj(score -> answers.getOrDefault((int) score, 0L))
                .toList());
    }

    /** The answers by class: 0 to 6, 7 and 8, 9 and 10. */
    public Classes classes() {
        return new Classes(
                sum(0, BEST_DETRACTOR), sum(BEST_DETRACTOR + 1, BEST_PASSIVE), sum(BEST_PASSIVE + 1, HIGHEST));
    }

    static Classes classes(ResultSet row) throws SQLException {
        return new Classes(row.getLong("detractors"), row.getLong("passives"), row.getLong("promoters"));
    }

    private long sum(int from, int to) {
        return counts.subList(from, to + 1).stream().mapToLong(Long::longValue).sum();
    }
}
