package dev.uplift.impact;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Segment;
import dev.uplift.impact.Report.Segments;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.FalseDiscovery;
import dev.uplift.impact.stats.Heterogeneity;
import dev.uplift.impact.stats.Shrinkage;
import dev.uplift.platform.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The effect by stratum, drawn together so that the luckiest group does not look like the best. */
record SegmentEffects(List<Peers> peers, Metric metric) {

    private static final long FEWEST = 30;

    private record Group(String name, Classes treated, Classes holdOut) {

        boolean enough() {
            return Math.min(treated.answered(), holdOut.answered()) >= FEWEST;
        }

        Estimator effect(Metric metric) {
            return Estimator.plain(metric, treated, holdOut);
        }
    }

    Segments segments() {
        var groups = groups();
        var known = groups.stream().filter(Group::enough).toList();
        var estimators = known.stream().map(group -> group.effect(metric)).toList();
        var effects = estimators.stream().map(Estimator::effect).toList();
        var adjusted = FalseDiscovery.adjusted(
                estimators.stream().mapToDouble(Estimator::p).toArray());
        var shrunk = effects.size() < 2 ? null : Shrinkage.of(effects);
        var rows = new ArrayList<Segment>();
        for (var group : groups) {
            var place = known.indexOf(group);
            rows.add(new Segment(
                    group.name,
                    group.treated.answered(),
                    group.holdOut.answered(),
                    place < 0 ? null : Estimate.of(group.name, estimators.get(place)),
                    place < 0 || shrunk == null
                            ? null
                            : (Double) Rounded.of(shrunk.points().get(place)),
                    place < 0 ? null : (Double) Rounded.of(adjusted[place])));
        }
        return new Segments(List.copyOf(rows), Rounded.of(Heterogeneity.p(effects)));
    }

    private List<Group> groups() {
        Map<String, Group> groups = new TreeMap<>();
        for (var people : peers) {
            var nobody = new Classes(0, 0, 0);
            var group = people.treated()
                    ? new Group(people.stratum(), people.answers(metric), nobody)
                    : new Group(people.stratum(), nobody, people.answers(metric));
            groups.merge(people.stratum(), group, SegmentEffects::together);
        }
        return List.copyOf(groups.values());
    }

    private static Group together(Group one, Group other) {
        return new Group(one.name, one.treated.plus(other.treated), one.holdOut.plus(other.holdOut));
    }
}
