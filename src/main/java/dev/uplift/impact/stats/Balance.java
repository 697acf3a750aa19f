package dev.uplift.impact.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether two groups are as alike as the lot should have made them.
 *
 * @param statistic χ² or z
 * @param p two-sided; 1 where there is nothing to compare
 */
public record Balance(double statistic, double p) {

    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

    /** Sample ratio: Σ (observed - expected)² / expected over both groups; the share (0 to 1) is the planned hold-out. */
    public static Balance ofLot(long treated, long holdOut, double share) {
        var all = treated + holdOut;
        if (all == 0) {
            return new Balance(0, 1);
        }
        if (share <= 0 || share >= 1) {
            return (share <= 0 ? holdOut : treated) == 0 ? new Balance(0, 1) : new Balance(Double.POSITIVE_INFINITY, 0);
        }
        var gap = holdOut - all * share;
        var statistic = gap * gap / (all * share) + gap * gap / (all * (1 - share));
        return new Balance(statistic, ONE_DEGREE.survivalProbability(statistic));
    }

    /** Two rates: z-test with the pooled rate. */
    public static Balance ofRates(long answeredOne, long invitedOne, long answeredTwo, long invitedTwo) {
        if (invitedOne == 0 || invitedTwo == 0) {
            return new Balance(0, 1);
        }
        var pooled = (double) (answeredOne + answeredTwo) / (invitedOne + invitedTwo);
        var error = Math.sqrt(pooled * (1 - pooled) * (1.0 / invitedOne + 1.0 / invitedTwo));
        if (error == 0) {
            return new Balance(0, 1);
        }
        var z = ((double) answeredOne / invitedOne - (double) answeredTwo / invitedTwo) / error;
        return new Balance(z, Normal.twoSided(z));
    }
}
