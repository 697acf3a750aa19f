package dev.uplift.web.customer;

import dev.uplift.survey.Question;
import dev.uplift.survey.Survey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What keeps an entry from being stored. */
final class Flaws {

    private static final String LONG = "problem.long";

    private Flaws() {}

    /** Keys of texts that say what is wrong, by the field it is wrong with: {@code comment}, or the key of a question. */
    static Map<String, String> of(Entry entry, Survey survey, Step step) {
        var flaws = new LinkedHashMap<String, String>();
        for (var question : entry.asked(survey)) {
            var flaw = step.knows(question) ? flaw(entry, question) : null;
            if (flaw != null) {
                flaws.put(question.key(), flaw);
            }
        }
        if (entry.comment().length() > Entry.LONGEST_TEXT) {
            flaws.put("comment", LONG);
        }
        return flaws;
    }

    private static @Nullable String flaw(Entry entry, Question question) {
        var given = entry.given(question);
        if (question.type() == Question.Type.TEXT
                && given.stream().anyMatch(text -> text.length() > Entry.LONGEST_TEXT)) {
            return LONG;
        }
        return question.optional() || answered(question, given) ? null : "problem.open";
    }

    private static boolean answered(Question question, java.util.List<String> given) {
        return question.type() == Question.Type.TEXT
                ? !given.isEmpty()
                : given.stream().anyMatch(question.options()::containsKey);
    }
}
