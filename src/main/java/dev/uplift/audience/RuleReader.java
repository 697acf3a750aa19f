package dev.uplift.audience;

import dev.uplift.platform.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a rule and says at which place what is wrong with it. */
final class RuleReader {

    static final int DEEPEST = 10;

    private static final int MOST = 500;
    private static final List<String> KINDS = List.of("all", "any", "not", "attribute", "event", "answer", "segment");

    private final Set<String> segments;
    private int rules;

    /** Knows these keys of segments. */
    RuleReader(Set<String> segments) {
        this.segments = segments;
    }

    /** The rule, or null once a problem was noted. */
    @Nullable
    Rule read(YamlNode node) {
        return read(node, 1);
    }

    private @Nullable Rule read(YamlNode node, int depth) {
        if (++rules > MOST) {
            if (rules == MOST + 1) {
                node.problem("The rule has more than " + MOST + " parts.", "Split it into named segments.");
            }
            return null;
        }
        if (depth > DEEPEST) {
            return refused(
                    node, "The rule is nested more than " + DEEPEST + " levels deep.", "Move parts to named segments.");
        }
        var kind = kind(node);
        var value = kind == null ? null : node.field(kind);
        if (kind == null || value == null) {
            return null;
        }
        return switch (kind) {
            case "all", "any" -> group(node, kind, value, depth);
            case "not" -> not(node, value, depth);
            case "segment" -> segment(node, value);
            case "attribute" -> new AttributeReader(node, value).read();
            case "event" -> new HistoryReader(node, value).event();
            default -> new HistoryReader(node, value).answer();
        };
    }

    private static @Nullable String kind(YamlNode node) {
        var kinds = KINDS.stream().filter(node.fields()::containsKey).toList();
        if (!node.isMapping()) {
            node.problem("This is not a rule.", "Write e.g. { attribute: product, is: electricity }.");
        } else if (kinds.isEmpty()) {
            var found = String.join(", ", node.fields().keySet());
            node.problem(
                    found.isEmpty() ? "The rule is empty." : "None of these says what to look at: " + found + ".",
                    "Use one of: " + String.join(", ", KINDS) + ".");
        } else if (kinds.size() > 1) {
            node.problem(
                    "One rule has " + String.join(" and ", kinds) + ".",
                    "Put each into a rule of its own, below all or any.");
        }
        return kinds.size() == 1 ? kinds.get(0) : null;
    }

    private @Nullable Rule group(YamlNode node, String kind, YamlNode value, int depth) {
        node.refuseKeysOtherThan(Set.of(kind));
        if (!value.isList() || value.items().isEmpty()) {
            return refused(value, "'" + kind + "' needs a list of rules.", "Start each with - in a line of its own.");
        }
        var parts = new ArrayList<Rule>();
        for (var item : value.items()) {
            var part = read(item, depth + 1);
            if (part != null) {
                parts.add(part);
            }
        }
        var whole = parts.size() == value.items().size() && node.fields().size() == 1;
        return !whole ? null : kind.equals("all") ? new Rule.All(parts) : new Rule.Any(parts);
    }

    private @Nullable Rule not(YamlNode node, YamlNode value, int depth) {
        node.refuseKeysOtherThan(Set.of("not"));
        var part = read(value, depth + 1);
        return part == null || node.fields().size() > 1 ? null : new Rule.Not(part);
    }

    private @Nullable Rule segment(YamlNode node, YamlNode value) {
        node.refuseKeysOtherThan(Set.of("segment"));
        var key = value.text();
        if (key == null || !segments.contains(key)) {
            var known = segments.stream().sorted().limit(20).collect(Collectors.joining(", "));
            return refused(
                    value,
                    "There is no segment '" + (key == null ? "" : key) + "'.",
                    known.isEmpty()
                            ? "Save the segment first; there are none yet."
                            : "Save it first, or use: " + known + ".");
        }
        return node.fields().size() > 1 ? null : new Rule.Segment(key);
    }

    /** Notes the problem; null stands for the rule that could not be read. */
    static @Nullable Rule refused(YamlNode node, String what, String remedy) {
        node.problem(what, remedy);
        return null;
    }
}
