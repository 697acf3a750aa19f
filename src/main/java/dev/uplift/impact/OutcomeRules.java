package dev.uplift.impact;

import dev.uplift.audience.Rule;
import dev.uplift.audience.Segments;
import dev.uplift.platform.Metric;
import dev.uplift.platform.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether an audience is chosen by the very answer that the campaign is to change. */
@Component
class OutcomeRules {

    private final Segments segments;

    OutcomeRules(Segments segments) {
        this.segments = segments;
    }

    /** Looks into named segments too. */
    boolean uses(Rule audience, Metric metric) {
        return uses(audience, metric, new HashSet<>());
    }

    private boolean uses(Rule rule, Metric metric, Set<String> seen) {
        return (rule instanceof Rule.Answer answer && answer.metric() == metric)
                || parts(rule, seen).stream().anyMatch(part -> uses(part, metric, seen));
    }

    /** Highest latest answer to a metric that the audience may have given; the highest there is where it does not matter. */
    int atMost(Rule audience, Metric metric) {
        return atMost(audience, metric, new HashSet<>());
    }

    private int atMost(Rule rule, Metric metric, Set<String> seen) {
        if (rule instanceof Rule.Answer answer) {
            return answer.metric() == metric ? answer.atMost() : metric.highest();
        }
        if (rule instanceof Rule.Not) {
            return metric.highest();
        }
        var parts = parts(rule, seen).stream().mapToInt(part -> atMost(part, metric, seen));
        return (rule instanceof Rule.Any ? parts.max() : parts.min()).orElse(metric.highest());
    }

    private List<Rule> parts(Rule rule, Set<String> seen) {
        if (rule instanceof Rule.All all) {
            return all.rules();
        }
        if (rule instanceof Rule.Any any) {
            return any.rules();
        }
        if (rule instanceof Rule.Not not) {
            return List.of(not.rule());
        }
        return rule instanceof Rule.Segment segment && seen.add(segment.key()) ? named(segment.key()) : List.of();
    }

    private List<Rule> named(String key) {
        return segments.find(key)
                .map(text -> YamlNode.parse(key, text, new ArrayList<>()))
                .map(segments::parse)
                .map(List::of)
                .orElseGet(List::of);
    }
}
