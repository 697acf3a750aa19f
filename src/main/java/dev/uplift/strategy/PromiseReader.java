package dev.uplift.strategy;

import dev.uplift.platform.Problem;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Grammar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a promise and its key results; every mistake is reported in one pass. */
record PromiseReader(List<String> languages, Names names) {

    static final Grammar GRAMMAR = Grammar.of("name", "serves", "owner").with("key-results", KeyResultReader.GRAMMAR);

    private static final String AIM = "Write growth, efficiency or sustainability.";
    private static final String OWNER = "Write the department that answers for it, e.g. billing.";
    private static final String KEY_RESULTS =
            "Write at least one like { name: …, metric: nps, kind: relational, start: …, target: 20, by: … }.";

    /** The promise, or null if its text has errors; what was found is added in the order of the text. */
    @Nullable
    Promise read(String key, String text, List<Problem> problems) {
        return Definition.read(
                "campaigns/goals/" + key + ".yaml", text, GRAMMAR, problems, definition -> promise(key, definition));
    }

    private Promise promise(String key, Definition definition) {
        var texts = new Texts(languages);
        return new Promise(
                key,
                texts.read(definition, "name"),
                definition
                        .required("serves", text -> Aim.of(text).orElse(null), AIM)
                        .orElse(Aim.GROWTH),
                definition.required("owner", Texts::line, OWNER).orElse(""),
                keyResults(definition, new KeyResultReader(texts, names)));
    }

    private static List<KeyResult> keyResults(Definition definition, KeyResultReader reader) {
        if (definition.items("key-results", KEY_RESULTS).isEmpty()) {
            definition.problemAt("key-results", "'key-results' is missing or empty.", KEY_RESULTS);
        }
        return definition.mappings("key-results", KEY_RESULTS).stream()
                .map(reader::read)
                .toList();
    }
}
