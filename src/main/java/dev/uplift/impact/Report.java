package dev.uplift.impact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign did to the score. Points run from -100 to 100; bounds are a 95 % range, clipped to that scale.
 *
 * @param level A: randomised and sound, B: randomised but flawed, E: before and after only
 * @param difference treated minus hold-out, or null without a hold-out
 * @param naive what a comparison of the treated customers before and after would claim, or null without earlier answers
 * @param needed what is still missing to see an effect worth having, or null if nothing is
 */
public record Report(
        String campaign,
        Instant asOf,
        String metric,
        String level,
        Verdict verdict,
        Map<String, Arm> arms,
        @Nullable Difference difference,
        @Nullable Naive naive,
        List<Check> checks,
        @Nullable Needed needed) {

    /** A code and its sentences by language. */
    public record Verdict(String code, Map<String, String> text) {}

    /** One side of the comparison; nps, low and high are null while nobody has answered. */
    public record Arm(
            long assigned,
            long exposed,
            long invited,
            long answered,
            long detractors,
            long passives,
            long promoters,
            @Nullable Double nps,
            @Nullable Double low,
            @Nullable Double high) {}

    /** An effect with its range; p is two-sided. */
    public record Difference(double points, double low, double high, double p) {}

    /** The comparison that a hold-out makes unnecessary. */
    public record Naive(double before, double after, double points) {}

    /** A test of the comparison's soundness. */
    public record Check(String name, boolean ok, String detail) {}

    /** What is still missing; days is null while the rate of answers is unknown. */
    public record Needed(
            long answers, long invitations, @Nullable Long days) {}
}
