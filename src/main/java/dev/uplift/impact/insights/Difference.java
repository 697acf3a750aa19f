package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Effect;
import org.jspecify.annotations.Nullable;

/**
 * How much two groups of different answers differ, in points.
 *
 * @param points plain difference
 * @param effect adjusted difference with its 95 % range, as everywhere
 */
public record Difference(double points, Effect effect) {

    /** One minus other; null if either has fewer than 30 answers. */
    static @Nullable Difference between(Classes one, Classes other) {
        return one.answered() < Trend.FEWEST || other.answered() < Trend.FEWEST
                ? null
                : new Difference(one.score() - other.score(), Effect.adjusted(one, other));
    }
}
