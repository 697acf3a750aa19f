package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one segment at one touchpoint by one channel, beside all others of the same scope.
 *
 * @param segment empty for everybody
 * @param trend its course in the span
 * @param difference to the rest; null if either side has fewer than 30 answers
 */
public record Group(
        String segment,
        String touchpoint,
        String channel,
        Classes answers,
        Trend trend,
        @Nullable Judgement difference) {

    /** A group of fewer answers is not shown: a person could be recognised. */
    public static final int FEWEST_SHOWN = 5;
}
