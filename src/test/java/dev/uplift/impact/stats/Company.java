package dev.uplift.impact.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A made-up company whose customers' next answer depends on their last one. Content is normal; a campaign moves it.
 *
 * @param detractors share of them without a campaign
 * @param passives share of them without a campaign
 * @param correlation of content at both surveys
 * @param push of the campaign, in standard deviations of content
 */
record Company(double detractors, double passives, double correlation, double push) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** A company drawn at random, without any campaign. */
    static Company any(SplittableRandom random) {
        return new Company(
                .1 + .3 * random.nextDouble(), .2 + .2 * random.nextDouble(), .3 + .5 * random.nextDouble(), 0);
    }

    Company pushed(double push) {
        return new Company(detractors, passives, correlation, push);
    }

    /** The true effect in points. */
    double effect() {
        return score(push) - score(0);
    }

    /** The true score in points when content is moved by this much. */
    double score(double moved) {
        return 100 * (1 - NORMAL.cumulativeProbability(top() - moved) - NORMAL.cumulativeProbability(bottom() - moved));
    }

    /** Answers of people whose earlier one is not known. */
    Classes answers(SplittableRandom random, int people, boolean treated) {
        var moved = treated ? push : 0;
        var lower = NORMAL.cumulativeProbability(bottom() - moved);
        var upper = NORMAL.cumulativeProbability(top() - moved);
        long detractors = 0;
        long promoters = 0;
        for (var i = 0; i < people; i++) {
            var place = random.nextDouble();
            detractors += place < lower ? 1 : 0;
            promoters += place >= upper ? 1 : 0;
        }
        return new Classes(detractors, people - detractors - promoters, promoters);
    }

    /** People drawn by lot, three of four with an earlier answer, gathered into cells. */
    List<Cell> lot(SplittableRandom random, int people, double holdOut) {
        var cells = new ArrayList<Cell>();
        for (var i = 0; i < people; i++) {
            var content = random.nextGaussian();
            var treated = i >= people * holdOut;
            var later = correlation * content
                    + Math.sqrt(1 - correlation * correlation) * random.nextGaussian()
                    + (treated ? push : 0);
            var earlier = random.nextInt(4) > 0 ? (double) raw(content) : null;
            cells.add(
                    Samples.cell(treated, content + random.nextGaussian() > 0 ? "old" : "new", earlier, points(later)));
        }
        return Samples.gathered(cells);
    }

    double points(double content) {
        return content >= top() ? 100 : content >= bottom() ? 0 : -100;
    }

    private static long raw(double content) {
        return Math.max(0, Math.min(10, Math.round(7 + 2.2 * content)));
    }

    private double bottom() {
        return NORMAL.inverseCumulativeProbability(detractors);
    }

    private double top() {
        return NORMAL.inverseCumulativeProbability(detractors + passives);
    }
}
