package dev.uplift.impact.stats;

/**
 * What a number of answers can show, at 80 % power and a two-sided 5 %. The variance per person (scale -1 to 1) is a
 * planning value or the pooled one of both groups, never derived from the observed effect.
 */
public final class Power {

    /** Variance per person to plan with while none has been observed: between 20/35/45 (.59) and MeasuringU's .67. */
    public static final double PLANNING_VARIANCE = .65;

    private Power() {}

    /** Standard error of a difference in points: 100 √(v (1/nT + 1/nC)). */
    static double standardError(double variance, double treated, double holdOut) {
        return 100 * Math.sqrt(variance * (1 / treated + 1 / holdOut));
    }

    /** The smallest difference that would be detected, in points: Z √(v (1/nT + 1/nC)) with Z = 2.80158. */
    public static double detectable(double variance, double treated, double holdOut) {
        return Normal.Z_DETECT * standardError(variance, treated, holdOut);
    }

    /** Answers needed in each of two equal groups to detect this many points: 2 v Z² / δ², rounded up. */
    static long perArm(double variance, double points) {
        return whole(2 * variance * square(100 * Normal.Z_DETECT / points));
    }

    /** Answers needed in both groups together when this share (0 to 1, exclusive) is held out: v Z²/δ² (1/h + 1/(1-h)). */
    public static long total(double variance, double points, double holdOut) {
        return whole(variance * square(100 * Normal.Z_DETECT / points) * (1 / holdOut + 1 / (1 - holdOut)));
    }

    /** How many times the present answers are needed to detect this many points: (Z SE / δ)². */
    static double factor(double standardError, double points) {
        return square(Normal.Z_DETECT * standardError / points);
    }

    /**
     * Answers still missing, both groups together in their present proportion: ⌈N k⌉ - N. Where the power would already
     * do, as many as make the range narrower than the wanted effect, so that it cannot hold both nothing and enough.
     */
    public static long more(double variance, long treated, long holdOut, double points) {
        var error = standardError(variance, (double) treated, (double) holdOut);
        var answers = treated + holdOut;
        var forPower = whole(answers * factor(error, points)) - answers;
        return forPower > 0
                ? forPower
                : Math.max(0, whole(answers * square(2 * Normal.Z95 * error / points)) - answers);
    }

    private static long whole(double number) {
        return (long) Math.ceil(number);
    }

    private static double square(double number) {
        return number * number;
    }
}
