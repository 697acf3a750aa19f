package dev.uplift.survey;

import dev.uplift.platform.Problem;
import dev.uplift.platform.YamlNode;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.nodes.Node;

/** Opens a definition text only if it is small, well formed and free of aliases, which could blow it up. */
final class SafeYaml {

    static final int MOST_CHARACTERS = 100 * 1024;

    private SafeYaml() {}

    static @Nullable Node open(String where, String text, List<Problem> problems) {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(Problem.error(
                    where,
                    "The file is larger than 100 KB.",
                    "Keep a definition short; content belongs in templates."));
            return null;
        }
        try {
            return hasAlias(where, text, problems) ? null : compose(where, text, problems);
        } catch (MarkedYAMLException e) {
            YamlNode.parse(where, text, problems);
            return null;
        } catch (YAMLException e) {
            problems.add(Problem.error(
                    where,
                    "This is not valid YAML: " + firstLine(e) + ".",
                    "Remove special characters and deep nesting."));
            return null;
        }
    }

    static Problem tooLarge(String where) {
        return Problem.error(
                where, "The file is larger than 100 KB.", "Keep a definition short; content belongs in templates.");
    }

    private static boolean hasAlias(String where, String text, List<Problem> problems) {
        var found = false;
        for (var event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
            if (event instanceof AliasEvent alias) {
                var mark = alias.getStartMark();
                problems.add(new Problem(
                        Problem.Severity.ERROR,
                        where,
                        mark.getLine() + 1,
                        mark.getColumn() + 1,
                        "References such as *" + alias.getAnchor() + " are not allowed.",
                        "Write the value out at this place."));
                found = true;
            }
        }
        return found;
    }

    private static @Nullable Node compose(String where, String text, List<Problem> problems) {
        var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        if (root == null) {
            YamlNode.parse(where, text, problems);
        }
        return root;
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
