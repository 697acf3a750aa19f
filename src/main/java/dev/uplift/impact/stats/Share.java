package dev.uplift.impact.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many of all did something: stayed, were content, found it easy.
 *
 * @param some those who did, at most all
 * @param all everybody, at least 1
 */
public record Share(long some, long all) {

    public Share {
        if (some < 0 || all < 1 || some > all) {
            throw new IllegalArgumentException("%d of %d is no share".formatted(some, all));
        }
    }

    /** The share in percent, 0 to 100. */
    public double percent() {
        return 100.0 * some / all;
    }

    /** Wilson's score interval at 1 - alpha, in percent, within 0 to 100 (Wilson 1927, JASA 22:209). */
    public Interval range(double alpha) {
        var z = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / 2);
        var share = (double) some / all;
        var centre = share + z * z / (2 * all);
        var half = z * Math.sqrt((share * (1 - share) + z * z / (4 * all)) / all);
        return Interval.around(100 * centre, 100 * half).divided(1 + z * z / all);
    }

    /**
     * This share less an independent one: Newcombe's hybrid interval at 1 - alpha in percentage points (Newcombe 1998,
     * Statistics in Medicine 17:873, method 10). Its p is {@link #balance}'s.
     */
    public Interval less(Share other, double alpha) {
        var mine = range(alpha);
        var others = other.range(alpha);
        var gap = percent() - other.percent();
        return new Interval(
                gap - Math.hypot(percent() - mine.low(), others.high() - other.percent()),
                gap + Math.hypot(mine.high() - percent(), other.percent() - others.low()));
    }

    /** z-test of equal shares with the pooled share. */
    public Balance balance(Share other) {
        return Balance.ofRates(some, all, other.some, other.all);
    }
}
