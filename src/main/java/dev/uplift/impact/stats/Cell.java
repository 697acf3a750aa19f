package dev.uplift.impact.stats;

import org.jspecify.annotations.Nullable;

/**
 * People alike in all that the analysis knows.
 *
 * @param treated drawn as treated, not as hold-out
 * @param stratum the segment known before the lot; empty where there is none
 * @param earlier the answer given before the lot, in its raw unit (0 to 10); null where there was none
 * @param outcome what was measured, per person: -100, 0 or 100 for the score, or any metric's unit
 * @param count people, at least 1
 */
public record Cell(
        boolean treated, String stratum, @Nullable Double earlier, double outcome, long count) {

    public Cell {
        if (count < 1) {
            throw new IllegalArgumentException("A cell holds at least one person, not " + count);
        }
    }

    /** The earlier answer less the given centre; 0 where there was none. */
    double earlierFrom(double centre) {
        return earlier == null ? 0 : earlier - centre;
    }

    Cell withOutcome(double other) {
        return new Cell(treated, stratum, earlier, other, count);
    }
}
