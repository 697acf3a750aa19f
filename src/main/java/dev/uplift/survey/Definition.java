package dev.uplift.survey;

import dev.uplift.platform.Problem;
import dev.uplift.platform.Problem.Severity;
import dev.uplift.platform.YamlNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping of a definition file; gives its values and reports each that cannot be used at its line and column. */
public final class Definition {

    /** The order in which problems stand in the text; those without a place come first. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    Problem::line, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Problem::column, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final YamlNode node;

    private Definition(YamlNode node) {
        this.node = node;
    }

    /** Opens a definition of at most 100 KB and checks its keys; null if there is nothing to read in it. */
    public static @Nullable Definition open(String where, String text, Grammar grammar, List<Problem> problems) {
        var root = SafeYaml.open(where, text, problems);
        var node = root == null ? null : YamlNode.parse(where, text, problems);
        if (root == null || node == null) {
            return null;
        }
        if (!node.isMapping()) {
            node.problem("This is not a definition.", "Write one 'key: value' a line.");
            return null;
        }
        new KeyCheck(where, problems).check(root, grammar);
        return new Definition(node);
    }

    /** Reads a whole definition; null if its text has errors. What was found is added in the order of the text. */
    public static <T> @Nullable T read(
            String where,
            String text,
            Grammar grammar,
            List<Problem> problems,
            Function<Definition, @Nullable T> reader) {
        var found = new ArrayList<Problem>();
        var definition = open(where, text, grammar, found);
        var whole = definition == null ? null : reader.apply(definition);
        found.sort(BY_PLACE);
        problems.addAll(found);
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR) ? null : whole;
    }

    /** Whether the key stands here. */
    public boolean has(String key) {
        return node.field(key) != null;
    }

    /** The keys that stand here, in the order of the text. */
    public Set<String> keys() {
        return node.fields().keySet();
    }

    /** The value under the key as it stands, or null if it is absent. */
    public @Nullable YamlNode node(String key) {
        return node.field(key);
    }

    /** The value, converted; empty if it is absent, or if the conversion throws or gives null, which is reported with the remedy. */
    public <T> Optional<T> value(String key, Function<String, T> convert, String remedy) {
        var field = node.field(key);
        return field == null ? Optional.empty() : converted(field, key, convert, remedy);
    }

    /** Like {@link #value}, but an absent key is reported too. */
    public <T> Optional<T> required(String key, Function<String, T> convert, String remedy) {
        if (!has(key)) {
            problem("'" + key + "' is missing.", remedy);
        }
        return value(key, convert, remedy);
    }

    /** The mapping under the key; empty if it is absent, or anything else, which is reported with the remedy. */
    public Optional<Definition> mapping(String key, String remedy) {
        var field = node.field(key);
        return field == null ? Optional.empty() : mapping(field, key, remedy);
    }

    /** The entries of the list under the key; whatever is not a list is reported with the remedy. */
    public List<YamlNode> items(String key, String remedy) {
        var field = node.field(key);
        if (field != null && !field.isList()) {
            field.problem("'" + key + "' must be a list.", remedy);
        }
        return field == null ? List.of() : field.items();
    }

    /** The mappings in the list under the key; whatever is not a mapping is reported with the remedy. */
    public List<Definition> mappings(String key, String remedy) {
        return items(key, remedy).stream()
                .flatMap(item -> mapping(item, key, remedy).stream())
                .toList();
    }

    /** The values by language below the key; reported with what to write unless there is one for each of these languages. */
    public Map<String, YamlNode> byLanguage(String key, List<String> languages) {
        var remedy = "Write it for each language: " + String.join(", ", languages) + ".";
        var field = node.field(key);
        if (field == null || !field.isMapping()) {
            problemAt(key, "'" + key + "' is missing or has no languages.", remedy);
            return Map.of();
        }
        for (var language : languages) {
            if (field.field(language) == null) {
                field.problem("'" + key + "' has no text for '" + language + "'.", remedy);
            }
        }
        return field.fields();
    }

    /** The lines by language below the key; one that is missing or cannot be used is reported with what to write. */
    public Map<String, String> lines(
            String key, List<String> languages, Function<String, @Nullable String> line, String remedy) {
        var lines = new LinkedHashMap<String, String>();
        byLanguage(key, languages)
                .forEach((language, field) ->
                        converted(field, key, line, remedy).ifPresent(text -> lines.put(language, text)));
        return Collections.unmodifiableMap(lines);
    }

    /** Reports something at the start of this mapping. */
    public void problem(String what, String remedy) {
        node.problem(what, remedy);
    }

    /** Reports something at the value under the key, or at the start of this mapping if the key is absent. */
    public void problemAt(String key, String what, String remedy) {
        var field = node.field(key);
        (field == null ? node : field).problem(what, remedy);
    }

    /** Like {@link #problemAt}, but of something that does not keep the rest from being used. */
    public void warningAt(String key, String what, String remedy) {
        var field = node.field(key);
        (field == null ? node : field).warning(what, remedy);
    }

    /** A scalar, converted; empty if that is not possible, which is reported with the remedy. */
    public static <T> Optional<T> converted(YamlNode field, String key, Function<String, T> convert, String remedy) {
        var text = field.text();
        if (text == null || text.isBlank()) {
            field.problem("'" + key + "' " + (text == null ? "must be a single value." : "is empty."), remedy);
            return Optional.empty();
        }
        var result = attempt(text.strip(), convert);
        if (result.isEmpty()) {
            field.problem("'" + text.strip() + "' is not a valid value for '" + key + "'.", remedy);
        }
        return result;
    }

    private static <T> Optional<T> attempt(String text, Function<String, T> convert) {
        try {
            return Optional.ofNullable(convert.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Definition> mapping(YamlNode field, String key, String remedy) {
        if (field.isMapping()) {
            return Optional.of(new Definition(field));
        }
        field.problem("'" + key + "' must be a mapping.", remedy);
        return Optional.empty();
    }
}
