package dev.uplift.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A piece of a YAML document that knows its line and column and collects what is wrong with it. */
public final class YamlNode {

    private final String where;
    private final Node node;
    private final List<Problem> problems;

    private YamlNode(String where, Node node, List<Problem> problems) {
        this.where = where;
        this.node = node;
        this.problems = problems;
    }

    /** The root of a document, or null after a syntax error or an empty text, which are added to the problems. */
    public static @Nullable YamlNode parse(String where, String text, List<Problem> problems) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            var root = new Yaml(options).compose(new java.io.StringReader(text));
            if (root == null) {
                problems.add(
                        new Problem(Problem.Severity.ERROR, where, 1, 1, "The file is empty.", "Write a mapping."));
                return null;
            }
            return new YamlNode(where, root, problems);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            problems.add(new Problem(
                    Problem.Severity.ERROR,
                    where,
                    mark == null ? null : mark.getLine() + 1,
                    mark == null ? null : mark.getColumn() + 1,
                    "This is not valid YAML: " + e.getProblem() + ".",
                    "Check indentation, colons and quotes at this place."));
            return null;
        }
    }

    /** The text of a scalar, or null if this is a mapping or a list. */
    public @Nullable String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    /** Whether this is a mapping of keys to values. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Whether this is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The entries of a list; empty for anything else. */
    public List<YamlNode> items() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(this::child).toList()
                : List.of();
    }

    /** The values of a mapping by key, in the order of the text; empty for anything else. */
    public Map<String, YamlNode> fields() {
        var fields = new LinkedHashMap<String, YamlNode>();
        if (node instanceof MappingNode mapping) {
            for (var entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    fields.put(key.getValue(), child(entry.getValueNode()));
                }
            }
        }
        return fields;
    }

    /** The value under this key, or null if it is absent. */
    public @Nullable YamlNode field(String key) {
        return fields().get(key);
    }

    /** This mapping as if it had only these keys; anything else stays as it is. */
    public YamlNode only(Set<String> keys) {
        if (!(node instanceof MappingNode mapping)) {
            return this;
        }
        var kept = mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key && keys.contains(key.getValue()))
                .toList();
        return child(new MappingNode(
                mapping.getTag(), true, kept, mapping.getStartMark(), mapping.getEndMark(), mapping.getFlowStyle()));
    }

    /** Adds a problem for every key that is not among the known ones, at the key itself. */
    public void refuseKeysOtherThan(Set<String> known) {
        if (node instanceof MappingNode mapping) {
            for (var entry : mapping.getValue()) {
                var key = child(entry.getKeyNode());
                var name = key.text() == null ? "(not a name)" : key.text();
                if (!known.contains(name)) {
                    key.problem("Unknown key '" + name + "'.", "Use one of: " + String.join(", ", sorted(known)) + ".");
                }
            }
        }
    }

    /** Adds an error at this place. */
    public void problem(String what, String remedy) {
        problems.add(new Problem(Problem.Severity.ERROR, where, line(), column(), what, remedy));
    }

    /** Adds a warning at this place. */
    public void warning(String what, String remedy) {
        problems.add(new Problem(Problem.Severity.WARNING, where, line(), column(), what, remedy));
    }

    /** The 1-based line at which this starts. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The 1-based column at which this starts. */
    public int column() {
        return node.getStartMark().getColumn() + 1;
    }

    private YamlNode child(Node child) {
        return new YamlNode(where, child, problems);
    }

    private static List<String> sorted(Set<String> names) {
        var list = new ArrayList<>(names);
        list.sort(null);
        return list;
    }
}
