package dev.uplift.impact;

import dev.uplift.platform.Metric;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How people answer a second time: answers are cuts through a normal quantity that correlates with itself, and a campaign
 * shifts it.
 */
final class Transitions {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Typical shares of the answers from 0: 20 % detractors, 35 % passives and 45 % promoters. */
    private static final double[] NPS = {.02, .01, .02, .02, .02, .05, .06, .13, .22, .20, .25};

    /** Likewise, of which 75 % are satisfied. */
    private static final double[] CSAT = {0, .04, .06, .15, .40, .35};

    /** Likewise, of which 70 % found it easy. */
    private static final double[] CES = {0, .04, .05, .07, .14, .20, .28, .22};

    private static final int STEPS = 40;
    private static final int HALVINGS = 60;
    private static final double WIDEST_SHIFT = 8;

    private final Metric metric;
    private final double correlation;
    private final double[] typical;
    private final double[] cuts;
    private final double[] earlier;

    Transitions(Metric metric, double correlation, int earlierAtMost) {
        this.metric = metric;
        this.correlation = correlation;
        typical = switch (metric) {
            case NPS -> NPS;
            case CSAT -> CSAT;
            case CES -> CES;
        };
        cuts = new double[typical.length + 1];
        var sum = 0.0;
        cuts[0] = Double.NEGATIVE_INFINITY;
        for (var score = 0; score < typical.length; score++) {
            sum += typical[score];
            cuts[score + 1] =
                    score == typical.length - 1 ? Double.POSITIVE_INFINITY : NORMAL.inverseCumulativeProbability(sum);
        }
        earlier = new double[earlierAtMost + 1];
        var chosen = NORMAL.cumulativeProbability(cuts[earlierAtMost + 1]);
        for (var score = 0; score <= earlierAtMost; score++) {
            earlier[score] = typical[score] / chosen;
        }
    }

    /** Shares of the audience by earlier answer. */
    double[] earlier() {
        return earlier.clone();
    }

    /** For each earlier answer of the audience the shares of the answers from 0 after so many points of effect. */
    double[][] later(double effect) {
        return shifted(shift(effect));
    }

    /** The score that a matrix of later answers comes to, in points. */
    double score(double[][] later) {
        var points = 0.0;
        for (var from = 0; from < earlier.length; from++) {
            for (var to = 0; to < typical.length; to++) {
                points += earlier[from] * later[from][to] * metric.code(to);
            }
        }
        return points;
    }

    private double shift(double effect) {
        if (effect == 0) {
            return 0;
        }
        var goal = Math.max(metric.leastScore() + .1, Math.min(99.9, score(shifted(0)) + effect));
        var low = -WIDEST_SHIFT;
        var high = WIDEST_SHIFT;
        for (var i = 0; i < HALVINGS; i++) {
            var middle = (low + high) / 2;
            if (score(shifted(middle)) < goal) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double[][] shifted(double shift) {
        var matrix = new double[earlier.length][];
        for (var from = 0; from < earlier.length; from++) {
            matrix[from] = earlier[from] == 0 ? new double[typical.length] : shares(from, shift);
        }
        return matrix;
    }

    /** Mean over the quantiles of those with this earlier answer. */
    private double[] shares(int from, double shift) {
        var shares = new double[typical.length];
        var low = NORMAL.cumulativeProbability(cuts[from]);
        var width = NORMAL.cumulativeProbability(cuts[from + 1]) - low;
        for (var step = 0; step < STEPS; step++) {
            var before = NORMAL.inverseCumulativeProbability(low + width * (step + .5) / STEPS);
            for (var to = 0; to < typical.length; to++) {
                shares[to] += (below(cuts[to + 1], before, shift) - below(cuts[to], before, shift)) / STEPS;
            }
        }
        return shares;
    }

    private double below(double cut, double before, double shift) {
        return Double.isInfinite(cut)
                ? cut > 0 ? 1 : 0
                : NORMAL.cumulativeProbability(
                        (cut - shift - correlation * before) / Math.sqrt(1 - correlation * correlation));
    }
}
