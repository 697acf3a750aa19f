package dev.uplift.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.uplift.impact.stats.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign did to the score. Points run from -100 to 100; where the score is a share (CSAT, CES) it is given in
 * percent and differences in percentage points, under the same names. All numbers are rounded to six decimals.
 *
 * @param level A: randomised and sound, B: randomised but flawed, C: compared with others over time, D: compared with others
 *     of the same earlier score, E: before and after only
 * @param difference treated minus hold-out as it decides the verdict, or null without a hold-out
 * @param naive what a comparison of the treated customers before and after would claim, or null without earlier answers
 * @param needed what is still missing to see an effect worth having, or null if nothing is
 * @param bounds where the difference may lie if who did not answer was as different as possible, or null if both answered alike
 * @param estimates the difference by every method that applies, each with its plain 95 % range
 * @param ladder the designs from the strongest to the weakest, and why each does or does not apply
 * @param perThousand net promoters (or satisfied customers) gained per 1,000 customers contacted, with its range, or null
 * @param migration who moved between the classes, by arm
 * @param sensitivity what would be found without answers under review, or null if no answer is
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
        @Nullable Needed needed,
        MeasurementPlan plan,
        Look look,
        @Nullable Range bounds,
        List<Estimate> estimates,
        List<Rung> ladder,
        @Nullable Estimate perThousand,
        List<Outcome> outcomes,
        Segments segments,
        Map<String, Migration> migration,
        List<Theme> themes,
        Method method,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sensitivity sensitivity) {

    /** A code and its sentences by language. */
    public record Verdict(String code, Map<String, String> text) {}

    /**
     * One side of the comparison. What is hidden is null, and so are all scores while nobody has answered.
     *
     * @param accounts how many accounts were drawn as a whole; null where customers were drawn
     * @param detractors with passives, promoters and nps null where the score is a share
     * @param low lower end of the score's 95 % range
     * @param score the same as nps, or the share of upper answers in percent
     * @param satisfied how many gave an upper answer; null for NPS
     * @param mean answer on the scale of the metric
     */
    public record Arm(
            long assigned,
            @Nullable Long accounts,
            long exposed,
            long invited,
            long answered,
            @Nullable Long detractors,
            @Nullable Long passives,
            @Nullable Long promoters,
            @Nullable Double nps,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double score,
            @Nullable Long satisfied,
            @Nullable Double mean) {}

    /**
     * An effect with the range that decides.
     *
     * @param p two-sided; while answers come in, valid however often one looks
     * @param confidence of the range: 0.99 before the read-out, 0.96 at it, so that both together err in 5 % at most
     * @param estimator {@code plain}, {@code adjusted}, {@code weighted} or, where whole accounts were drawn, {@code accounts}
     */
    public record Difference(double points, double low, double high, double p, double confidence, String estimator) {}

    /** From low to high. */
    public record Range(double low, double high) {}

    /**
     * The comparison that a hold-out makes unnecessary.
     *
     * @param natural points that the hold-out changed by, with no campaign, or null without its answers
     */
    public record Naive(
            double before,
            double after,
            double points,
            @Nullable Double natural) {}

    /**
     * A test of the comparison's soundness.
     *
     * @param detail what was found, in English
     * @param text the same by language
     */
    public record Check(String name, boolean ok, String detail, Map<String, String> text) {

        static Check of(String name, boolean ok, Map<String, String> text) {
            return new Check(name, ok, english(text), text);
        }
    }

    /** What is still missing; days is null while the rate of answers is unknown. */
    public record Needed(
            long answers, long invitations, @Nullable Long days) {}

    /** A number with its 95 % range; p is two-sided. */
    public record Estimate(String name, double points, double low, double high, double p) {

        static Estimate of(String name, Effect effect) {
            return of(name, Estimator.of(name, effect));
        }

        /** The estimate to show may be another than the middle of the range. */
        static Estimate of(String name, Estimator estimator) {
            var range = estimator.range().apply(.05);
            return new Estimate(
                    name,
                    Rounded.of(estimator.points()),
                    Rounded.of(range.low()),
                    Rounded.of(range.high()),
                    Rounded.of(estimator.p()));
        }
    }

    /**
     * A design of the identification ladder.
     *
     * @param why it applies or does not, in English
     * @param estimate what it gives, or null where it does not apply or needs no number
     * @param text why, by language
     */
    public record Rung(
            String level,
            boolean admissible,
            String why,
            @Nullable Estimate estimate,
            Map<String, String> text) {

        static Rung of(String level, boolean admissible, Map<String, String> text, @Nullable Estimate estimate) {
            return new Rung(level, admissible, english(text), estimate, text);
        }
    }

    /**
     * Something else that the campaign may have changed, treated minus hold-out; it never decides the verdict.
     *
     * @param treated a share from 0 to 1, points or a mean answer, by unit
     * @param difference in percentage points, points or answers, by unit
     * @param adjustedP p of all outcomes together (Benjamini and Hochberg)
     * @param among who is compared: answers show only those who gave one
     */
    public record Outcome(
            String name,
            double treated,
            double holdOut,
            Estimate difference,
            double adjustedP,
            Unit unit,
            Among among) {

        Outcome adjusted(double p) {
            return new Outcome(name, treated, holdOut, difference, p, unit, among);
        }
    }

    /** What an outcome is counted in. */
    public enum Unit {
        SHARE,
        POINTS,
        ANSWER
    }

    /** Whom an outcome compares. */
    public enum Among {
        DRAWN,
        ANSWERED
    }

    /**
     * The effect by group.
     *
     * @param interactionP whether any groups differ at all, over all dimensions; 1 with fewer than two groups
     */
    public record Segments(List<Segment> rows, double interactionP, List<Dimension> dimensions) {

        static final Segments NONE = new Segments(List.of(), 1, List.of());
    }

    /**
     * A way of telling people apart.
     *
     * @param by {@code channel}, or an attribute of the customer
     * @param interactionP whether its groups differ at all; 1 with fewer than two
     */
    public record Dimension(String by, double interactionP) {}

    /**
     * The effect in one group.
     *
     * @param by what the group was told apart by
     * @param name its value, {@code other} for rare ones together, a dash where it is not known
     * @param treated answers; null where fewer than 5 would show, or could be worked out
     * @param holdOut likewise
     * @param effect null with fewer than 30 answers on a side
     * @param shrunk drawn towards the mean of all groups of the dimension by how little is known of this one
     */
    public record Segment(
            String by,
            String name,
            @Nullable Long treated,
            @Nullable Long holdOut,
            @Nullable Estimate effect,
            @Nullable Double shrunk,
            @Nullable Double adjustedP) {}

    /**
     * People by class before (rows) and after (columns): detractors, passives, promoters, or of a share those below the upper
     * answers and those with one; null where fewer than 5 would show.
     */
    public record Migration(List<List<Long>> people) {}

    /** How it was computed. */
    public record Method(String engine, String inputSha256, String planSha256) {}

    private static String english(Map<String, String> text) {
        return text.getOrDefault(Tongue.ENGLISH.key(), "");
    }
}
