package dev.uplift.impact;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Segment;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.Heterogeneity;
import dev.uplift.impact.stats.Shrinkage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The groups of people told apart in one way.
 *
 * @param hidden groups whose numbers would tell about single people
 * @param known groups with enough answers
 * @param estimators their effects, in the same order
 */
record SegmentGroups(String by, List<Group> groups, Set<Group> hidden, List<Group> known, List<Estimator> estimators) {

    private static final long FEWEST = 30;
    private static final long SMALL_CELL = 5;

    /** People with the same value. */
    record Group(String name, Classes treated, Classes holdOut) {

        Group with(Group other) {
            return new Group(name, treated.plus(other.treated), holdOut.plus(other.holdOut));
        }

        private boolean enough() {
            return Math.min(treated.answered(), holdOut.answered()) >= FEWEST;
        }

        private boolean small() {
            return small(treated) || small(holdOut);
        }

        private long answered() {
            return treated.answered() + holdOut.answered();
        }

        private static boolean small(Classes answers) {
            return answers.answered() > 0 && answers.answered() < SMALL_CELL;
        }
    }

    static SegmentGroups of(String by, List<Group> groups, Function<Group, Estimator> effect) {
        var hidden = hidden(groups);
        var known = groups.stream()
                .filter(group -> group.enough() && !hidden.contains(group))
                .toList();
        return new SegmentGroups(
                by, groups, hidden, known, known.stream().map(effect).toList());
    }

    List<Effect> effects() {
        return estimators.stream().map(Estimator::effect).toList();
    }

    /** p that they all have the same effect; 1 with fewer than two known. */
    double differ() {
        return Heterogeneity.p(effects());
    }

    /** All groups; p are those of the known ones, judged together with others. */
    List<Segment> rows(double[] p) {
        var shrunk = estimators.size() < 2 ? null : Shrinkage.of(effects());
        var rows = new ArrayList<Segment>();
        for (var group : groups) {
            var place = known.indexOf(group);
            var shown = !hidden.contains(group);
            rows.add(new Segment(
                    by,
                    group.name,
                    shown ? (Long) group.treated.answered() : null,
                    shown ? (Long) group.holdOut.answered() : null,
                    place < 0 ? null : Estimate.of(group.name, estimators.get(place)),
                    place < 0 || shrunk == null
                            ? null
                            : (Double) Rounded.of(shrunk.points().get(place)),
                    place < 0 ? null : (Double) Rounded.of(p[place])));
        }
        return List.copyOf(rows);
    }

    /** Small groups, and as many of the next larger ones as it takes that nobody can work them out from the sum of all. */
    private static Set<Group> hidden(List<Group> groups) {
        var hidden = new LinkedHashSet<Group>();
        groups.stream()
                .sorted(Comparator.comparing((Group group) -> !group.small()).thenComparing(Group::answered))
                .filter(group -> group.small() || telling(hidden))
                .forEach(hidden::add);
        return hidden;
    }

    private static boolean telling(Set<Group> hidden) {
        return hidden.size() == 1
                || hidden.stream().reduce(Group::with).filter(Group::small).isPresent();
    }
}
