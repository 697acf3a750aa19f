package dev.uplift.impact.stats;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Whether the effects of several groups differ at all (Cochran 1954, Biometrics 10:101). */
public final class Heterogeneity {

    private Heterogeneity() {}

    /** p of Q = Σ w (Δ - Δ̄)² with w = 1/SE², χ² with one degree less than groups; 1 with fewer than two groups. */
    public static double p(List<Effect> groups) {
        if (groups.size() < 2) {
            return 1;
        }
        var weights = groups.stream().mapToDouble(Heterogeneity::weight).sum();
        var mean = groups.stream()
                        .mapToDouble(group -> weight(group) * group.points())
                        .sum()
                / weights;
        var q = groups.stream()
                .mapToDouble(group -> weight(group) * (group.points() - mean) * (group.points() - mean))
                .sum();
        return ChiSquaredDistribution.of(groups.size() - 1).survivalProbability(q);
    }

    private static double weight(Effect group) {
        return 1 / (group.standardError() * group.standardError());
    }
}
