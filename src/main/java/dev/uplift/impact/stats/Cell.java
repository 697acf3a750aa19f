package dev.uplift.impact.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * People alike in all that the analysis knows.
 *
 * @param treated drawn as treated, not as hold-out
 * @param strata the segments known before the lot, one for each way of telling people apart, such as channel and region
 * @param earlier the answer given before the lot, in its raw unit (0 to 10); null where there was none
 * @param outcome what was measured, per person: -100, 0 or 100 for the score, or any metric's unit
 * @param count people, at least 1
 */
public record Cell(
        boolean treated, List<String> strata, @Nullable Double earlier, double outcome, long count) {

    public Cell {
        if (count < 1) {
            throw new IllegalArgumentException("A cell holds at least one person, not " + count);
        }
    }

    /** People told apart in one way only. */
    public Cell(boolean treated, String stratum, @Nullable Double earlier, double outcome, long count) {
        this(treated, List.of(stratum), earlier, outcome, count);
    }

    /** The same people with those who are alike in one cell, in the order in which they first come. */
    public static List<Cell> together(Stream<Cell> cells) {
        var counts = new LinkedHashMap<Cell, Long>();
        cells.forEach(cell -> counts.merge(cell.of(1), cell.count, Long::sum));
        return counts.entrySet().stream()
                .map(alike -> alike.getKey().of(alike.getValue()))
                .toList();
    }

    /** All strata in one name. */
    public String stratum() {
        return String.join(", ", strata);
    }

    /** The earlier answer less the given centre; 0 where there was none. */
    double earlierFrom(double centre) {
        return earlier == null ? 0 : earlier - centre;
    }

    Cell withOutcome(double other) {
        return new Cell(treated, strata, earlier, other, count);
    }

    private Cell of(long people) {
        return new Cell(treated, strata, earlier, outcome, people);
    }
}
