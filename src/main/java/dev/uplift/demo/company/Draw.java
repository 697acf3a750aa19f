package dev.uplift.demo.company;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Reproducible chance: the same seed, customer and question always give the same number, in whatever order one asks.
 *
 * <p>The mixing is the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
 */
record Draw(long seed) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double UNIT = 0x1.0p-53;

    /** A number from 0 to below 1, evenly spread. */
    double share(long customer, String question) {
        var bits = mix(mix(mix(seed) + customer) + question.hashCode());
        return (bits >>> 11) * UNIT;
    }

    /** A number of the standard normal distribution. */
    double normal(long customer, String question) {
        return NORMAL.inverseCumulativeProbability(share(customer, question) + UNIT / 2);
    }

    boolean chance(double probability, long customer, String question) {
        return share(customer, question) < probability;
    }

    int below(int bound, long customer, String question) {
        return (int) (share(customer, question) * bound);
    }

    <T> T of(List<T> choices, long customer, String question) {
        return choices.get(below(choices.size(), customer, question));
    }

    private static long mix(long value) {
        var z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
