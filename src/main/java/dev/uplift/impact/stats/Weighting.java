package dev.uplift.impact.stats;

import java.util.Comparator;
import java.util.List;

/**
 * The effect among all who were invited, where some kinds of people answer more often than others: each weighting class
 * counts as much as its share of everyone invited in both arms (Hájek weights; post-stratification, Holt and Smith 1979,
 * JRSS A 142:33). It holds if within a class and arm those who answered are like those who did not.
 *
 * @param effect in points, by lot; normal
 * @param treatedEffective (Σw)² / Σw² of the treated: as many equally weighted answers would tell as much (Kish 1965)
 * @param holdOutEffective the same of the hold-out
 * @param classes how many weighting classes were left after merging small ones
 */
public record Weighting(Effect effect, double treatedEffective, double holdOutEffective, int classes) {

    /** No answer counts for more than this many times the arm's median weight. */
    private static final double TRIM = 5;

    /**
     * Weighs by classes; those with fewer than ten answers in an arm are merged with the class whose response rate is
     * nearest, and weights are cut at five times the arm's median. Throws IllegalArgumentException where an arm has no
     * answers.
     */
    public static Weighting of(List<ResponseCell> cells) {
        var classes = WeightingClass.of(cells);
        var treated = Arm.of(classes, true);
        var holdOut = Arm.of(classes, false);
        return new Weighting(
                treated.mean().minus(holdOut.mean()), treated.effective(), holdOut.effective(), classes.size());
    }

    private record Group(double weight, Classes answers) {}

    private record Arm(List<Group> groups) {

        static Arm of(List<WeightingClass> classes, boolean treated) {
            var groups = classes.stream()
                    .filter(group -> group.answers(treated).answered() > 0)
                    .map(group -> new Group(
                            (double) group.invited() / group.answers(treated).answered(), group.answers(treated)))
                    .sorted(Comparator.comparingDouble(Group::weight))
                    .toList();
            if (groups.isEmpty()) {
                throw new IllegalArgumentException("Both arms need answers to be compared");
            }
            return new Arm(groups).trimmed();
        }

        /** √Σ W² v / n with W the share of a class and v its variance with 1/n. */
        Effect mean() {
            var points = 0.0;
            var variation = 0.0;
            for (var group : groups) {
                var share = group.weight() * group.answers().answered() / sum(1);
                var codes = Codes.of(group.answers());
                points += 100 * share * codes.mean();
                variation += share * share * codes.variationOfMean();
            }
            return Effect.normal(points, 100 * Math.sqrt(variation));
        }

        double effective() {
            return sum(1) * sum(1) / sum(2);
        }

        private Arm trimmed() {
            var most = TRIM * median();
            return new Arm(groups.stream()
                    .map(group -> new Group(Math.min(most, group.weight()), group.answers()))
                    .toList());
        }

        private double median() {
            var half = groups.stream()
                            .mapToLong(group -> group.answers().answered())
                            .sum()
                    / 2.0;
            for (var group : groups) {
                half -= group.answers().answered();
                if (half <= 0) {
                    return group.weight();
                }
            }
            throw new IllegalStateException("The weights of an arm have no median");
        }

        private double sum(int power) {
            return groups.stream()
                    .mapToDouble(group -> group.answers().answered() * Math.pow(group.weight(), power))
                    .sum();
        }
    }
}
