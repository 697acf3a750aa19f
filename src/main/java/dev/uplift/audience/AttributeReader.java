package dev.uplift.audience;

import dev.uplift.audience.Rule.Comparison;
import dev.uplift.platform.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code { attribute: product, is: electricity }} and its like. */
final class AttributeReader {

    private static final int MOST_VALUES = 1_000;
    private static final Map<String, Comparison> OPERATORS = operators();
    private static final Set<String> KEYS = Set.of("attribute", "is", "is-not", "in", "at-least", "at-most", "exists");

    private final YamlNode node;
    private final YamlNode name;

    AttributeReader(YamlNode node, YamlNode name) {
        this.node = node;
        this.name = name;
    }

    /** The rule, or null once a problem was noted. */
    @Nullable
    Rule read() {
        node.refuseKeysOtherThan(KEYS);
        var key = name.text();
        if (key == null || !Attributes.NAME.matcher(key).matches()) {
            return RuleReader.refused(
                    name, "This is not the name of an attribute.", "Use letters, digits, - and _, a letter first.");
        }
        var rules = new ArrayList<Rule>();
        var operators =
                OPERATORS.keySet().stream().filter(node.fields()::containsKey).toList();
        if (operators.isEmpty()) {
            return RuleReader.refused(
                    node,
                    "'" + key + "' is compared with nothing.",
                    "Add one of: " + String.join(", ", OPERATORS.keySet()) + ".");
        }
        operators.forEach(operator -> {
            var rule = compared(key, operator);
            if (rule != null) {
                rules.add(rule);
            }
        });
        var whole = rules.size() == operators.size() && node.fields().size() == operators.size() + 1;
        return !whole ? null : rules.size() == 1 ? rules.get(0) : new Rule.All(rules);
    }

    private @Nullable Rule compared(String key, String operator) {
        var comparison = OPERATORS.get(operator);
        var value = node.field(operator);
        if (comparison == null || value == null) {
            return null;
        }
        return switch (comparison) {
            case IN -> in(key, value);
            case EXISTS -> exists(key, value);
            case AT_LEAST, AT_MOST -> ordered(key, comparison, value);
            default -> single(key, comparison, value);
        };
    }

    private static @Nullable Rule in(String key, YamlNode list) {
        var values = list.items().stream().map(AttributeReader::value).toList();
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            return RuleReader.refused(
                    list,
                    "'in' needs a list of 1 to " + MOST_VALUES + " values.",
                    "Write e.g. in: [electricity, gas].");
        }
        return values.stream().anyMatch(String::isEmpty)
                ? RuleReader.refused(list, "A value of the list is empty or no single value.", "Write plain values.")
                : new Rule.Attribute(key, Comparison.IN, values);
    }

    private static @Nullable Rule exists(String key, YamlNode value) {
        var rule = new Rule.Attribute(key, Comparison.EXISTS, List.of());
        return switch (value(value)) {
            case "true" -> rule;
            case "false" -> new Rule.Not(rule);
            default -> RuleReader.refused(value, "'exists' is true or false.", "Write exists: true.");
        };
    }

    private static @Nullable Rule ordered(String key, Comparison comparison, YamlNode value) {
        var text = value(value);
        return Attributes.number(text) == null && !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? RuleReader.refused(
                        value, "The value is not a number or a date.", "Write e.g. 100, 12.5 or 2026-01-31.")
                : new Rule.Attribute(key, comparison, List.of(text));
    }

    private static @Nullable Rule single(String key, Comparison comparison, YamlNode value) {
        var text = value(value);
        return text.isEmpty()
                ? RuleReader.refused(
                        value, "The value is empty or no single value.", "Write one value, or in: [a, b] for several.")
                : new Rule.Attribute(key, comparison, List.of(text));
    }

    /** The text of a single value that can be stored; empty if it is none. */
    private static String value(YamlNode value) {
        var text = value.text();
        return text == null || Texts.flawIn(text, Texts.VALUE) != null ? "" : text;
    }

    private static Map<String, Comparison> operators() {
        var operators = new LinkedHashMap<String, Comparison>();
        operators.put("is", Comparison.IS);
        operators.put("is-not", Comparison.IS_NOT);
        operators.put("in", Comparison.IN);
        operators.put("at-least", Comparison.AT_LEAST);
        operators.put("at-most", Comparison.AT_MOST);
        operators.put("exists", Comparison.EXISTS);
        return operators;
    }
}
