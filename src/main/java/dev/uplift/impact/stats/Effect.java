package dev.uplift.impact.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimated difference, treated minus hold-out, and how sure it is.
 *
 * @param points the difference, in points or the metric's unit
 * @param standardError its standard error in the same unit, at least 0
 * @param degreesOfFreedom of the t-distribution, above 0; infinite for the normal one
 */
public record Effect(double points, double standardError, double degreesOfFreedom) {

    /** An effect whose estimate is taken as normal. */
    static Effect normal(double points, double standardError) {
        return new Effect(points, standardError, Double.POSITIVE_INFINITY);
    }

    /** Plain Wald: √(vT / nT + vC / nC) with variances of 1/n. */
    static Effect wald(Classes treated, Classes holdOut) {
        return normal(Codes.of(treated), Codes.of(holdOut));
    }

    /** Adjusted Wald: three answers are added to each group first (MeasuringU); the default for display. */
    public static Effect adjusted(Classes treated, Classes holdOut) {
        return normal(Codes.adjusted(treated), Codes.adjusted(holdOut));
    }

    /**
     * Where a straight line through two scores leads, as an effect on nothing: later + k (later - earlier), with standard
     * error √((1 + k)² v / n + k² v' / n'), adjusted Wald.
     *
     * @param ahead k, how far beyond the later one, in distances between the two, at least 0
     */
    public static Effect extended(Classes earlier, Classes later, double ahead) {
        var from = Codes.adjusted(earlier);
        var to = Codes.adjusted(later);
        var variation = (1 + ahead) * (1 + ahead) * to.variationOfMean() + ahead * ahead * from.variationOfMean();
        return normal(100 * ((1 + ahead) * to.mean() - ahead * from.mean()), 100 * Math.sqrt(variation));
    }

    /**
     * Wald on shares with one more in each group who did and one who did not, in percentage points (Agresti and Caffo 2000,
     * The American Statistician 54:280).
     */
    public static Effect adjusted(Share treated, Share holdOut) {
        return ofOneMoreEach(treated).minus(ofOneMoreEach(holdOut));
    }

    private static Effect ofOneMoreEach(Share share) {
        var all = share.all() + 2.0;
        var part = (share.some() + 1) / all;
        return normal(100 * part, 100 * Math.sqrt(part * (1 - part) / all));
    }

    /** {@link #welch(Moments, Moments)} on scores, in points. */
    public static Effect welch(Classes treated, Classes holdOut) {
        return welch(Moments.of(treated), Moments.of(holdOut));
    }

    /**
     * Welch's t-test on any metric, degrees of freedom after Satterthwaite (1946); on scores its range holds from about
     * 30 answers in the smaller group. Throws IllegalArgumentException where a group has fewer than two.
     */
    public static Effect welch(Moments treated, Moments holdOut) {
        if (treated.count() < 2 || holdOut.count() < 2) {
            throw new IllegalArgumentException("Each group needs two answers to tell its variance");
        }
        var t = new Effect(treated.mean(), Math.sqrt(treated.variationOfMean()), treated.count() - 1);
        return t.minus(new Effect(holdOut.mean(), Math.sqrt(holdOut.variationOfMean()), holdOut.count() - 1));
    }

    /**
     * The same people asked twice: mean change in points, t(n-1). Still a before and after, so not a campaign's effect.
     *
     * @param counts 3×3; rows are the earlier class, columns the later one, each detractors, passives, promoters
     */
    static Effect paired(long[][] counts) {
        double pairs = 0;
        double sum = 0;
        double squares = 0;
        for (var earlier = 0; earlier < 3; earlier++) {
            for (var later = 0; later < 3; later++) {
                var change = 100.0 * (later - earlier);
                pairs += counts[earlier][later];
                sum += counts[earlier][later] * change;
                squares += counts[earlier][later] * change * change;
            }
        }
        var changes = Moments.ofSums(pairs, sum, squares);
        return new Effect(changes.mean(), Math.sqrt(changes.variationOfMean()), pairs - 1);
    }

    /** The range at 1 - alpha (0 to 1, exclusive), not clipped. */
    public Interval range(double alpha) {
        return Interval.around(
                points, TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(alpha / 2) * standardError);
    }

    /** The 95 % range, not clipped. */
    public Interval range() {
        return range(.05);
    }

    /** Two-sided p of no effect, 0 to 1; without any variance 1 for no difference and 0 for one. */
    public double p() {
        if (standardError == 0) {
            return points == 0 ? 1 : 0;
        }
        return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(points / standardError));
    }

    /**
     * This effect less an independent one, as in an interaction: √(SE² + SE'²), degrees of freedom after Satterthwaite
     * (1946).
     */
    public Effect minus(Effect other) {
        var mine = standardError * standardError;
        var others = other.standardError * other.standardError;
        var uncertainty = mine * mine / degreesOfFreedom + others * others / other.degreesOfFreedom;
        var degrees = mine + others == 0
                ? degreesOfFreedom + other.degreesOfFreedom
                : (mine + others) * (mine + others) / uncertainty;
        return new Effect(points - other.points, Math.sqrt(mine + others), degrees);
    }

    /** The sum of two independent effects. */
    public Effect plus(Effect other) {
        return minus(other.scaled(-1));
    }

    /** The effect in another unit. */
    public Effect scaled(double factor) {
        return new Effect(points * factor, standardError * Math.abs(factor), degreesOfFreedom);
    }

    /**
     * The effect on those reached (Bloom 1984, CACE): effect by lot ÷ difference of the shares (0 to 1) reached in both
     * arms. Valid only where the lot acts through the contact alone; the shares are taken as known. Throws
     * IllegalArgumentException where the lot reached nobody more.
     */
    public Effect onReached(double treatedShare, double holdOutShare) {
        if (!(treatedShare > holdOutShare)) {
            throw new IllegalArgumentException("The campaign reached no more people than the hold-out");
        }
        return scaled(1 / (treatedShare - holdOutShare));
    }

    private static Effect normal(Codes treated, Codes holdOut) {
        return normal(
                100 * (treated.mean() - holdOut.mean()),
                100 * Math.sqrt(treated.variationOfMean() + holdOut.variationOfMean()));
    }
}
