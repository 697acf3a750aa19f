package dev.uplift.impact.stats;

/**
 * What a number of answers can show, at 80 % power and a two-sided 5 %. The variance per person (scale -1 to 1) is a
 * planning value or the pooled one of both groups, never derived from the observed effect.
 */
public final class Power {

    /** Variance per person to plan with while none has been observed: between 20/35/45 (.59) and MeasuringU's .67. */
    public static final double PLANNING_VARIANCE = .65;

    /** The same for a share: p (1 - p) is never more. */
    public static final double PLANNING_VARIANCE_OF_SHARE = .25;
    /** How alike people of an account are while nobody has measured it, 0 to 1; high, so that nobody is disappointed. */
    public static final double PLANNING_INTRACLASS = .3;

    private Power() {}

    /** Variance left when earlier answers with this correlation (-1 to 1) to the later ones are used: v (1 - ρ²). */
    public static double adjusted(double variance, double correlation) {
        return variance * (1 - square(correlation));
    }

    /**
     * Variance to plan with when groups are drawn as a whole: v times the design effect 1 + (m - 1) ICC (Kish 1965).
     *
     * @param perGroup m, answers in a group on average, at least 1
     * @param intraclass ICC, how alike people of a group are, 0 to 1
     */
    public static double clustered(double variance, double perGroup, double intraclass) {
        return variance * (1 + (perGroup - 1) * intraclass);
    }

    /** Answers for which the adjusted Wald range of one score has this margin on each side: v z² / m² - 3 (MeasuringU). */
    public static long forMargin(double variance, double margin) {
        return oneSample(variance, margin, Normal.Z95);
    }

    /** v z² / δ² - 3, rounded up; against a benchmark z is that of the level plus that of the power. */
    static long oneSample(double variance, double points, double z) {
        return Math.max(0, whole(variance * square(100 * z / points) - 3));
    }

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
