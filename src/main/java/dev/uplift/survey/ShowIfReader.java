package dev.uplift.survey;

import dev.uplift.platform.Metric;
import dev.uplift.platform.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads when a question is asked.
 *
 * @param all keys of all questions of the survey
 * @param earlier the questions before this one
 */
record ShowIfReader(Metric metric, List<String> all, List<Question> earlier) {

    static final Grammar GRAMMAR =
            Grammar.of("score", "score-at-least", "score-at-most").with("answered", Grammar.each(Grammar.of()));

    private static final String REMEDY = "Write 'score: low', 'score-at-most: 3' or 'answered: { question: option }'.";

    /** The condition under {@code show-if}; one that always holds if there is none. */
    ShowIf read(Definition question) {
        return question.mapping("show-if", REMEDY)
                .map(this::condition)
                .orElse(new ShowIf(metric.lowest(), metric.highest(), Map.of()));
    }

    private ShowIf condition(Definition condition) {
        var part = condition.value("score", SurveyReader.PARTS::get, "Write low, middle or high.");
        var lowest = part.map(metric::from).orElseGet(() -> bound(condition, "score-at-least", metric.lowest()));
        var highest = part.map(this::to).orElseGet(() -> bound(condition, "score-at-most", metric.highest()));
        if (condition.has("score") && (condition.has("score-at-least") || condition.has("score-at-most"))) {
            condition.problemAt(
                    "score", "The score is limited twice.", "Write a part of the scale or numbers, not both.");
        }
        if (lowest > highest) {
            condition.problemAt("score-at-least", "No score is that high and that low.", "Swap the two numbers.");
        }
        return new ShowIf(lowest, highest, answered(condition));
    }

    private int bound(Definition condition, String key, int otherwise) {
        var remedy = "Write a number from " + metric.lowest() + " to " + metric.highest() + ".";
        return condition
                .value(key, text -> metric.answer(text).orElse(null), remedy)
                .orElse(otherwise);
    }

    private int to(Metric.Part part) {
        return switch (part) {
            case LOWER -> metric.from(Metric.Part.MIDDLE) - 1;
            case MIDDLE -> metric.from(Metric.Part.UPPER) - 1;
            case UPPER -> metric.highest();
        };
    }

    private Map<String, String> answered(Definition condition) {
        var answered = new LinkedHashMap<String, String>();
        var node = condition.node("answered");
        if (node != null && node.fields().isEmpty()) {
            node.problem("'answered' names no question.", "Write 'answered: { question: option }'.");
        } else if (node != null) {
            node.fields().forEach((key, option) -> answered.put(key, option(key, option)));
        }
        return answered;
    }

    private String option(String key, YamlNode node) {
        var question = earlier.stream()
                .filter(other -> other.key().equals(key))
                .findFirst()
                .orElse(null);
        var option = Definition.converted(node, "answered", text -> text, "Write the key of an option.")
                .orElse("");
        if (question == null) {
            node.problem(unknown(key), remedy(key));
        } else if (question.type() == Question.Type.TEXT) {
            node.problem("'" + key + "' is answered in free words.", "Name a question with options.");
        } else if (!option.isEmpty() && !question.options().containsKey(option)) {
            node.problem(
                    "'" + key + "' has no option '" + option + "'.",
                    Spelling.remedy(option, question.options().keySet()));
        }
        return option;
    }

    private String unknown(String key) {
        return all.contains(key)
                ? "'" + key + "' is not asked before this question."
                : "There is no question '" + key + "'.";
    }

    private String remedy(String key) {
        var keys = earlier.stream().map(Question::key).toList();
        if (all.contains(key)) {
            return "Move it before this question.";
        }
        return keys.isEmpty() ? "No question is asked before this one." : Spelling.remedy(key, keys);
    }
}
