package dev.uplift.impact.insights;

import dev.uplift.impact.stats.FalseDiscovery;
import dev.uplift.impact.stats.Shrinkage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A difference beside many others: of twenty, one leaves its range by chance.
 *
 * @param adjustedP p over all of them (Benjamini and Hochberg), 0 to 1
 * @param shrunken the difference in points, drawn to the mean of all by how much of their spread is noise (DerSimonian and
 *     Laird)
 */
public record Judgement(Difference difference, double adjustedP, double shrunken) {

    private static final double CLEAR = .05;

    /** Whether it holds beside the others: adjusted p up to 0.05. */
    public boolean clear() {
        return adjustedP <= CLEAR;
    }

    /** All of them judged together, in the order given. */
    static List<Judgement> all(List<Difference> differences) {
        if (differences.isEmpty()) {
            return List.of();
        }
        var effects = differences.stream().map(Difference::effect).toList();
        var adjusted = FalseDiscovery.adjusted(
                effects.stream().mapToDouble(effect -> effect.p()).toArray());
        var shrunken = Shrinkage.of(effects).points();
        return IntStream.range(0, adjusted.length)
                .mapToObj(index -> new Judgement(differences.get(index), adjusted[index], shrunken.get(index)))
                .toList();
    }
}
