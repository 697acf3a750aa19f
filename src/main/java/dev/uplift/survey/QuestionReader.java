package dev.uplift.survey;

import dev.uplift.platform.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the questions beyond the score.
 *
 * @param metric gives the scale that conditions speak of
 */
record QuestionReader(List<String> languages, Metric metric) {

    private static final int MOST = 10;
    private static final int MOST_OPTIONS = 10;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final String KEY_REMEDY = "Use lower-case letters, digits and hyphens, at most 40.";
    private static final String TYPE_REMEDY =
            "Write choice (one option), choices (any number of options) or text (free words).";
    private static final String OPTIONS_REMEDY = "Write 2 to 10 options, each a key with its words for each language.";

    static Grammar grammar(Grammar words) {
        return Grammar.of("key", "type", "optional")
                .with("ask", words)
                .with("options", Grammar.each(words))
                .with("show-if", ShowIfReader.GRAMMAR);
    }

    /** The questions that can be read; what is wrong with any of them is reported. */
    List<Question> read(Definition survey) {
        var items = survey.mappings("questions", "Write '- key: …' for each question.");
        if (items.size() > MOST) {
            survey.problemAt(
                    "questions",
                    "There are " + items.size() + " questions.",
                    "Ask at most " + MOST + "; the fewer, the more people answer.");
        }
        var all = items.stream()
                .flatMap(item -> Stream.ofNullable(item.node("key")))
                .flatMap(key -> Stream.ofNullable(key.text()))
                .toList();
        var questions = new ArrayList<Question>();
        items.forEach(item -> questions.add(question(item, all, questions)));
        return List.copyOf(questions);
    }

    private Question question(Definition item, List<String> all, List<Question> earlier) {
        var key = item.required("key", QuestionReader::key, KEY_REMEDY).orElse("");
        if (!key.isEmpty() && earlier.stream().anyMatch(other -> other.key().equals(key))) {
            item.problemAt("key", "There are two questions '" + key + "'.", "Give each question a key of its own.");
        }
        var type = item.required("type", text -> Question.Type.of(text).orElse(null), TYPE_REMEDY)
                .orElse(Question.Type.CHOICE);
        return new Question(
                key,
                type,
                item.value("optional", QuestionReader::yesOrNo, "Write true or false.")
                        .orElse(false),
                item.lines("ask", languages, SurveyReader::line, "Write a question of at most 200 characters."),
                type == Question.Type.TEXT ? none(item) : options(item),
                new ShowIfReader(metric, all, earlier).read(item));
    }

    private static Map<String, Map<String, String>> none(Definition item) {
        if (item.has("options")) {
            item.problemAt(
                    "options",
                    "A text has no options.",
                    "Leave 'options' out, or write 'type: choice' or 'type: choices'.");
        }
        return Map.of();
    }

    private Map<String, Map<String, String>> options(Definition item) {
        var options = new LinkedHashMap<String, Map<String, String>>();
        var node = item.node("options");
        if (node == null
                || !node.isMapping()
                || node.fields().size() < 2
                || node.fields().size() > MOST_OPTIONS) {
            item.problemAt("options", "A question of this type needs options to choose from.", OPTIONS_REMEDY);
        }
        item.mapping("options", OPTIONS_REMEDY)
                .ifPresent(words -> words.keys().forEach(key -> options.put(key, option(words, key))));
        return options;
    }

    private Map<String, String> option(Definition words, String key) {
        if (key(key) == null) {
            words.problemAt(key, "'" + key + "' cannot be the key of an option.", KEY_REMEDY);
        }
        return words.lines(key, languages, SurveyReader::line, "Write one line of at most 200 characters.");
    }

    private static @Nullable Boolean yesOrNo(String text) {
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }

    private static @Nullable String key(String text) {
        return KEY.matcher(text).matches() ? text : null;
    }
}
