package dev.uplift.demo.company;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * From what somebody feels to what they answer: the feeling of an occasion is the customer's lasting satisfaction plus
 * what the occasion adds, on the scale of the answer; the answer is that feeling, rounded, from 0 to 10.
 */
public final class Feeling {

    /** Mean of the lasting satisfaction over all customers. */
    static final double MEAN = 7.5;

    /** Standard deviation of the lasting satisfaction between customers. */
    static final double LASTING = 1.5;

    /** Standard deviation of what an occasion adds; with {@link #LASTING} the same answer correlates 0.57 with itself. */
    static final double OCCASION = 1.3;

    private static final double PROMOTER_FROM = 8.5;
    private static final double DETRACTOR_BELOW = 6.5;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Feeling() {}

    static int score(double feeling) {
        return (int) Math.min(10, Math.max(0, Math.round(feeling)));
    }

    /** The expected score of a customer with this lasting satisfaction, in points: 100 (P(9 or 10) - P(0 to 6)). */
    static double expectedNps(double satisfaction) {
        var promoter = NORMAL.survivalProbability((PROMOTER_FROM - satisfaction) / OCCASION);
        var detractor = NORMAL.cumulativeProbability((DETRACTOR_BELOW - satisfaction) / OCCASION);
        return 100 * (promoter - detractor);
    }
}
