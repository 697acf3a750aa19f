package dev.uplift.web.customer;

import dev.uplift.survey.Question;
import dev.uplift.survey.Survey;
import dev.uplift.web.customer.SurveyView.Form;
import java.util.List;
import java.util.Map;

/** Further questions as templates show them. */
final class Fields {

    private Fields() {}

    /** The fields of this step. */
    static List<Map<String, Object>> of(Survey survey, Entry entry, Form form, String language) {
        return entry.asked(survey).stream()
                .filter(question -> form.step().here().contains(question.key()))
                .map(question -> field(question, entry, form.flaws().getOrDefault(question.key(), ""), language))
                .toList();
    }

    /** Names and values of what was entered in earlier steps. */
    static List<Map<String, String>> carried(Entry entry, Step step) {
        return entry.given().entrySet().stream()
                .filter(given -> step.before().contains(given.getKey()))
                .flatMap(given -> given.getValue().stream()
                        .map(value -> Map.of("name", Entry.QUESTION + given.getKey(), "value", value)))
                .toList();
    }

    /** Questions with what was answered, in words. */
    static List<Map<String, Object>> answers(Survey survey, Entry given, String language) {
        return given.asked(survey).stream()
                .filter(question -> !given.given(question).isEmpty())
                .map(question -> Map.<String, Object>of(
                        "ask", words(question.ask(), language), "words", answer(question, given, language)))
                .toList();
    }

    private static List<String> answer(Question question, Entry given, String language) {
        return given.given(question).stream()
                .map(value -> words(question.options().getOrDefault(value, Map.of(language, value)), language))
                .toList();
    }

    private static Map<String, Object> field(Question question, Entry entry, String flaw, String language) {
        var given = entry.given(question);
        var options = question.options().entrySet().stream()
                .map(option -> Map.<String, Object>of(
                        "key", option.getKey(),
                        "label", words(option.getValue(), language),
                        "chosen", given.contains(option.getKey())))
                .toList();
        return Map.of(
                "key",
                question.key(),
                "type",
                question.type().key(),
                "ask",
                words(question.ask(), language),
                "optional",
                question.optional(),
                "options",
                options,
                "text",
                String.join("\n", given),
                "flaw",
                flaw);
    }

    private static String words(Map<String, String> byLanguage, String language) {
        return byLanguage.getOrDefault(language, "");
    }
}
