package dev.uplift.impact.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What happens to people picked for a low answer when nothing is done.
 *
 * @param leaving share of them, 0 to 1, whose next answer is no longer a detractor's; of those who were detractors
 * @param change of their score in points, at least 0, which a before and after would show without any effect
 */
public record RegressionToMean(double leaving, double change) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Steps of the numeric integration, even; the error is below 1e-9 up to a correlation of .99. */
    private static final int STEPS = 4000;

    private static final double FAR = -9;

    /**
     * For people picked as detractors. Answers are classes of a normal quantity, the same before and after but for the
     * correlation.
     *
     * @param shares the answers of everybody, not of those picked alone; some must be detractors and some not
     * @param correlation of the underlying quantity between both surveys, 0 to 1, exclusive of 1
     */
    public static RegressionToMean ofDetractors(Classes shares, double correlation) {
        return ofLowest(shares, (double) shares.detractors() / shares.answered(), correlation);
    }

    /**
     * For the lowest answers, whichever class they are of.
     *
     * @param shares the answers of everybody
     * @param picked share of people picked, from the lowest answer upwards, 0 to 1, exclusive
     * @param correlation of the underlying quantity between both surveys, 0 to 1, exclusive of 1
     */
    public static RegressionToMean ofLowest(Classes shares, double picked, double correlation) {
        if (!(picked > 0 && picked < 1) || !(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException(
                    "No people picked at a share of %s and correlation of %s".formatted(picked, correlation));
        }
        var detractors = (double) shares.detractors() / shares.answered();
        var others = (double) (shares.detractors() + shares.passives()) / shares.answered();
        var before = 1 - Math.min(1, detractors / picked) - Math.min(1, others / picked);
        var stillDetractors = below(detractors, picked, correlation);
        var after = 1 - stillDetractors - below(others, picked, correlation);
        return new RegressionToMean(leaving(detractors, picked, correlation), 100 * (after - before));
    }

    /**
     * Expected rise of a normal metric among people below a cut: (1 - ICC) σ φ(z) / Φ(-z) with z = (μ - c) / σ, in the
     * metric's unit (Barnett, van der Pols and Dobson 2005, IJE 34:215).
     *
     * @param mean of everybody
     * @param deviation between people, one measurement each, above 0
     * @param cut below which people are picked
     * @param intraclass the part of the variance, 0 to 1, that stays with a person
     */
    public static double ofMetric(double mean, double deviation, double cut, double intraclass) {
        var z = (mean - cut) / deviation;
        return (1 - intraclass) * deviation * NORMAL.density(z) / NORMAL.survivalProbability(z);
    }

    private static double leaving(double detractors, double picked, double correlation) {
        var lowest = Math.min(detractors, picked);
        return lowest == 0 ? Double.NaN : 1 - below(detractors, lowest, correlation);
    }

    /** Share of the lowest who are below the given share of everybody the second time; Simpson's rule. */
    private static double below(double share, double lowest, double correlation) {
        var cut = NORMAL.inverseCumulativeProbability(lowest);
        var then = NORMAL.inverseCumulativeProbability(share);
        var rest = Math.sqrt(1 - correlation * correlation);
        var step = (cut - FAR) / STEPS;
        var sum = 0.0;
        for (var i = 0; i <= STEPS; i++) {
            var z = FAR + i * step;
            var weight = i == 0 || i == STEPS ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * NORMAL.density(z) * NORMAL.cumulativeProbability((then - correlation * z) / rest);
        }
        return sum * step / 3 / lowest;
    }
}
