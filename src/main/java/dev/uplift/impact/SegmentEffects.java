package dev.uplift.impact;

import dev.uplift.impact.Report.Dimension;
import dev.uplift.impact.Report.Segment;
import dev.uplift.impact.Report.Segments;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.FalseDiscovery;
import dev.uplift.platform.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The effect by group, for each way of telling people apart; drawn together within it so that the luckiest group does not
 * look like the best, and judged with all others so that many groups find no more than one would.
 *
 * @param strata names of the ways of telling people apart
 * @param designEffect variance of an effect, in variances of as many unrelated answers, at least 1
 */
record SegmentEffects(List<String> strata, List<Peers> peers, Metric metric, double designEffect) {

    Segments segments() {
        var ways = IntStream.range(0, strata.size()).mapToObj(this::way).toList();
        var p = FalseDiscovery.adjusted(ways.stream()
                .flatMap(way -> way.estimators().stream())
                .mapToDouble(Estimator::p)
                .toArray());
        var rows = new ArrayList<Segment>();
        var judged = 0;
        for (var way : ways) {
            var own = IntStream.range(judged, judged += way.effects().size())
                    .mapToDouble(place -> p[place])
                    .toArray();
            rows.addAll(way.rows(own));
        }
        return new Segments(List.copyOf(rows), anyDiffer(ways), dimensions(ways));
    }

    private SegmentGroups way(int place) {
        var nobody = new Classes(0, 0, 0);
        Map<String, SegmentGroups.Group> groups = new TreeMap<>();
        for (var people : peers) {
            var value = people.values().get(place);
            var group = people.treated()
                    ? new SegmentGroups.Group(value, people.answers(metric), nobody)
                    : new SegmentGroups.Group(value, nobody, people.answers(metric));
            groups.merge(value, group, SegmentGroups.Group::with);
        }
        return SegmentGroups.of(
                strata.get(place),
                List.copyOf(groups.values()),
                group -> Estimator.plain(metric, group.treated(), group.holdOut())
                        .ofClusters(designEffect));
    }

    private static double anyDiffer(List<SegmentGroups> ways) {
        var p = FalseDiscovery.adjusted(ways.stream()
                .filter(way -> way.effects().size() > 1)
                .mapToDouble(SegmentGroups::differ)
                .toArray());
        return Rounded.of(IntStream.range(0, p.length)
                .mapToDouble(place -> p[place])
                .min()
                .orElse(1));
    }

    private static List<Dimension> dimensions(List<SegmentGroups> ways) {
        return ways.stream()
                .map(way -> new Dimension(way.by(), Rounded.of(way.differ())))
                .toList();
    }
}
