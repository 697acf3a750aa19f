package dev.uplift.survey;

import dev.uplift.platform.Problem;
import java.util.HashSet;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reports unknown, repeated and not yet usable keys where they stand. */
record KeyCheck(String where, List<Problem> problems) {

    void check(Node node, Grammar grammar) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> check(item, grammar));
        } else if (node instanceof MappingNode mapping) {
            var seen = new HashSet<String>();
            mapping.getValue().forEach(entry -> {
                var name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
                if (!seen.add(name)) {
                    problem(entry, "'" + name + "' stands here twice.", "Keep one of the two.");
                }
                entry(name, entry, grammar);
            });
        }
    }

    private void entry(String name, NodeTuple entry, Grammar grammar) {
        var nested = grammar.nested().getOrDefault(name, grammar.nested().get(Grammar.ANY));
        var refusal = grammar.refused().get(name);
        if (nested != null) {
            check(entry.getValueNode(), nested);
        } else if (refusal != null) {
            problem(entry, "'" + name + "' cannot be used yet.", refusal);
        } else if (!grammar.leaves().contains(name)) {
            problem(entry, "Unknown key '" + name + "'.", Spelling.remedy(name, grammar.allowed()));
        }
    }

    private void problem(NodeTuple entry, String what, String remedy) {
        var mark = entry.getKeyNode().getStartMark();
        problems.add(
                new Problem(Problem.Severity.ERROR, where, mark.getLine() + 1, mark.getColumn() + 1, what, remedy));
    }
}
