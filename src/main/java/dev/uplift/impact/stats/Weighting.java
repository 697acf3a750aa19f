package dev.uplift.impact.stats;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The effect among all who were invited, where some kinds of people answer more often than others: each weighting class
 * counts as much as its share of everyone invited in both arms (Hájek weights; post-stratification, Holt and Smith 1979,
 * JRSS A 142:33). It holds if within a class and arm those who answered are like those who did not. The variance of each
 * class is that of its answers and three more, a quarter of them at each end, so that a few who agree are not taken for
 * sure; with degrees of freedom after Satterthwaite its range holds from 50 answers in each arm.
 *
 * @param effect in points, by lot
 * @param treatedEffective (Σw)² / Σw² of the treated: as many equally weighted answers would tell as much (Kish 1965)
 * @param holdOutEffective the same of the hold-out
 * @param classes how many weighting classes were left after merging small ones
 */
public record Weighting(Effect effect, double treatedEffective, double holdOutEffective, int classes) {

    /** No answer counts for more than this many times the arm's median weight. */
    private static final double TRIM = 5;

    /**
     * Weighs by classes; those with fewer than three answers in an arm are merged with the class whose response rate is
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

    /** The same with variances of 1/n and as if normal, √Σ W² v / n; too narrow for small classes, hence for comparison only. */
    static Effect asymptotic(List<ResponseCell> cells) {
        var classes = WeightingClass.of(cells);
        return Arm.of(classes, true).asymptotic().minus(Arm.of(classes, false).asymptotic());
    }

    private record Group(double weight, Classes answers) {

        long answered() {
            return answers.answered();
        }

        /** The part of the arm's mean that comes from this class, which has this share of everybody invited. */
        Effect part(double share) {
            var error = Math.sqrt(Codes.adjusted(answers).variance() / answered());
            return new Effect(answers.score(), 100 * error, Math.max(1, answered() - 1)).scaled(share);
        }

        Effect asymptotic(double share) {
            var error = Math.sqrt(Codes.of(answers).variationOfMean());
            return Effect.normal(answers.score(), 100 * error).scaled(share);
        }
    }

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

        Effect mean() {
            return sum(Group::part);
        }

        Effect asymptotic() {
            return sum(Group::asymptotic);
        }

        private Effect sum(BiFunction<Group, Double, Effect> part) {
            return groups.stream()
                    .map(group -> part.apply(group, group.weight() * group.answered() / sum(1)))
                    .reduce(Effect::plus)
                    .orElseThrow();
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
            var half = groups.stream().mapToLong(Group::answered).sum() / 2.0;
            for (var group : groups) {
                half -= group.answered();
                if (half <= 0) {
                    return group.weight();
                }
            }
            throw new IllegalStateException("The weights of an arm have no median");
        }

        private double sum(int power) {
            return groups.stream()
                    .mapToDouble(group -> group.answered() * Math.pow(group.weight(), power))
                    .sum();
        }
    }
}
