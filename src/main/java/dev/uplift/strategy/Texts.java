package dev.uplift.strategy;

import dev.uplift.survey.Definition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a text that stands in every language of the company. */
record Texts(List<String> languages) {

    static final String LINE = "Write one line of at most 120 characters.";

    private static final int LONGEST = 120;

    Map<String, String> read(Definition definition, String key) {
        var texts = new LinkedHashMap<String, String>();
        definition
                .byLanguage(key, languages)
                .forEach((language, node) -> Definition.converted(node, key, Texts::line, LINE)
                        .ifPresent(text -> texts.put(language, text)));
        return Collections.unmodifiableMap(texts);
    }

    static @Nullable String line(String text) {
        return text.length() <= LONGEST && text.lines().count() == 1 ? text : null;
    }
}
