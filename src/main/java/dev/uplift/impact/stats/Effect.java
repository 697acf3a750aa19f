package dev.uplift.impact.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two independent scores, treated minus hold-out.
 *
 * @param points difference in points
 * @param standardError its standard error in points
 * @param range the 95 % range in points, not clipped
 * @param p two-sided
 */
public record Effect(double points, double standardError, Interval range, double p) {

    /** Plain Wald: √(vT / nT + vC / nC). */
    static Effect wald(Classes treated, Classes holdOut) {
        return normal(Codes.of(treated), Codes.of(holdOut));
    }

    /** Adjusted Wald: three answers are added to each group first (MeasuringU); the default for display. */
    public static Effect adjusted(Classes treated, Classes holdOut) {
        return normal(Codes.adjusted(treated), Codes.adjusted(holdOut));
    }

    /** Welch's t-test on sample variances, degrees of freedom after Satterthwaite; both groups need two answers. */
    static Effect welch(Classes treated, Classes holdOut) {
        var t = Codes.of(treated);
        var c = Codes.of(holdOut);
        var points = 100 * (t.mean() - c.mean());
        var error = 100 * Math.sqrt(t.sampleVariationOfMean() + c.sampleVariationOfMean());
        var distribution = TDistribution.of(degreesOfFreedom(treated, holdOut));
        var half = distribution.inverseSurvivalProbability(.025) * error;
        return new Effect(
                points,
                error,
                Interval.around(points, half),
                2 * distribution.survivalProbability(Math.abs(points / error)));
    }

    static double degreesOfFreedom(Classes treated, Classes holdOut) {
        var t = Codes.of(treated);
        var c = Codes.of(holdOut);
        var ofT = t.sampleVariationOfMean();
        var ofC = c.sampleVariationOfMean();
        return (ofT + ofC) * (ofT + ofC) / (ofT * ofT / (t.answered() - 1) + ofC * ofC / (c.answered() - 1));
    }

    private static Effect normal(Codes treated, Codes holdOut) {
        var points = 100 * (treated.mean() - holdOut.mean());
        var error = 100 * Math.sqrt(treated.variationOfMean() + holdOut.variationOfMean());
        return new Effect(points, error, Interval.around(points, Normal.Z95 * error), Normal.twoSided(points / error));
    }
}
