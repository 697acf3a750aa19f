package dev.uplift.survey.answers;

import dev.uplift.platform.Problem;
import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Grammar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the definition of a tag; every mistake in it is reported in one pass. */
record TagReader(List<String> languages) {

    private static final int MOST_WORDS = 100;
    private static final int LONGEST = 60;
    private static final String A_WORD =
            "Write a word, its beginning as rechn*, a part of it as \"*rechn*\" (in quotes), or several words.";

    /** The tag, or null if its text has problems, which are added in the order of the text. */
    @Nullable
    Tag read(String key, String text, List<Problem> problems) {
        return Definition.read("campaigns/tags/" + key + ".yaml", text, grammar(), problems, tag -> tag(key, tag));
    }

    private Grammar grammar() {
        var byLanguage = Grammar.of(languages.toArray(String[]::new));
        return Grammar.of().with("name", byLanguage).with("words", byLanguage).with("not", byLanguage);
    }

    private Tag tag(String key, Definition tag) {
        var name = tag.lines("name", languages, TagReader::line, "Write a name of at most 60 characters.");
        var words = patterns(tag.byLanguage("words", languages), "words");
        var not = tag.node("not");
        if (not != null && !not.isMapping()) {
            not.problem("'not' has no languages.", "Write e.g. not: { de: [keine rechnung] }.");
        }
        return new Tag(key, name, words, not == null ? Map.of() : patterns(not.fields(), "not"));
    }

    private static Map<String, Pattern> patterns(Map<String, YamlNode> byLanguage, String key) {
        var patterns = new LinkedHashMap<String, Pattern>();
        byLanguage.forEach((language, node) -> {
            var words = words(node, key);
            if (!words.isEmpty()) {
                patterns.put(language, Tag.pattern(words));
            }
        });
        return patterns;
    }

    private static List<String> words(YamlNode node, String key) {
        var items = node.items();
        if (items.isEmpty() || items.size() > MOST_WORDS) {
            node.problem(
                    "'" + key + "' needs a list of words for each language.", "Write 1 to 100 words, e.g. [bill*].");
            return List.of();
        }
        return items.stream()
                .map(item -> word(item, key))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String word(YamlNode item, String key) {
        return Definition.converted(
                        item,
                        key,
                        text -> Tag.WORD.matcher(text).matches() && text.length() <= LONGEST ? text : null,
                        A_WORD)
                .orElse(null);
    }

    private static @Nullable String line(String text) {
        return text.length() <= LONGEST ? text : null;
    }
}
