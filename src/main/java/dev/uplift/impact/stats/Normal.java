package dev.uplift.impact.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution and the two quantiles everything here uses. */
final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** 1.95996…: a two-sided 95 %. */
    static final double Z95 = STANDARD.inverseCumulativeProbability(.975);

    /** 2.80158…: to detect with 80 % power at a two-sided 5 %. */
    static final double Z_DETECT = Z95 + STANDARD.inverseCumulativeProbability(.8);

    private Normal() {}

    static double twoSided(double z) {
        return 2 * STANDARD.survivalProbability(Math.abs(z));
    }
}
