package dev.uplift.impact;

import dev.uplift.audience.Rule;
import dev.uplift.audience.Segments;
import dev.uplift.platform.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether an audience is chosen by the very answer that the campaign is to change. */
@Component
class OutcomeRules {

    private static final int HIGHEST = 10;

    private final Segments segments;

    OutcomeRules(Segments segments) {
        this.segments = segments;
    }

    /** Looks into named segments too. */
    boolean uses(Rule audience, String metric) {
        return uses(audience, metric, new HashSet<>());
    }

    private boolean uses(Rule rule, String metric, Set<String> seen) {
        return (rule instanceof Rule.Answer answer && answer.metric().equals(metric))
                || parts(rule, seen).stream().anyMatch(part -> uses(part, metric, seen));
    }

    /** Highest latest answer to a metric that the audience may have given; 10 where it does not matter. */
    int atMost(Rule audience, String metric) {
        return atMost(audience, metric, new HashSet<>());
    }

    private int atMost(Rule rule, String metric, Set<String> seen) {
        if (rule instanceof Rule.Answer answer) {
            return answer.metric().equals(metric) ? Math.min(HIGHEST, answer.atMost()) : HIGHEST;
        }
        if (rule instanceof Rule.Not) {
            return HIGHEST;
        }
        var parts = parts(rule, seen).stream().mapToInt(part -> atMost(part, metric, seen));
        return (rule instanceof Rule.Any ? parts.max() : parts.min()).orElse(HIGHEST);
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
