package dev.uplift.strategy;

import dev.uplift.survey.Definition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a text that stands in every language of the company. */
record Texts(List<String> languages) {

    static final String LINE = "Write one line of at most 120 characters.";

    private static final int LONGEST = 120;

    Map<String, String> read(Definition definition, String key) {
        return definition.lines(key, languages, Texts::line, LINE);
    }

    static @Nullable String line(String text) {
        return text.length() <= LONGEST && text.lines().count() == 1 ? text : null;
    }
}
