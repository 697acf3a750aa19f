package dev.uplift.web.customer;

import dev.uplift.platform.Metric;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Question;
import dev.uplift.survey.Survey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody has entered into the survey's forms so far.
 *
 * @param given answers to further questions by the key of the question
 */
record Entry(
        @Nullable Integer score,
        List<String> reasons,
        String comment,
        boolean callBack,
        Map<String, List<String>> given) {

    static final int LONGEST_TEXT = 2000;

    static final Entry NOTHING = new Entry(null, List.of(), "", false, Map.of());

    /** What stands before the key of a question in the names of its fields. */
    static final String QUESTION = "q.";

    static Entry of(@Nullable Answer given) {
        return given == null
                ? NOTHING
                : new Entry(
                        given.score(),
                        given.reasons(),
                        given.comment() == null ? "" : given.comment(),
                        given.callBack(),
                        given.given());
    }

    static Entry of(MultiValueMap<String, String> form, Survey survey) {
        var comment = form.getFirst("comment");
        return new Entry(
                score(form.getFirst("score"), survey.metric()),
                List.copyOf(form.getOrDefault("reason", List.of())),
                clean(comment == null ? "" : comment),
                form.containsKey("callBack"),
                given(form, survey));
    }

    /** The score, or null if the text is none on the metric's scale. */
    static @Nullable Integer score(@Nullable String text, Metric metric) {
        return text == null ? null : metric.answer(text).orElse(null);
    }

    Entry with(int otherScore) {
        return new Entry(otherScore, reasons, comment, callBack, given);
    }

    /** The questions to ask so far. */
    List<Question> asked(Survey survey) {
        return score == null ? List.of() : survey.asked(score, given);
    }

    List<String> given(Question question) {
        return given.getOrDefault(question.key(), List.of());
    }

    /** The answer to store; what the survey does not ask or offer is left out there. */
    Answer answer(int chosen, String language) {
        return new Answer(chosen, reasons, comment.isEmpty() ? null : comment, callBack, language, given);
    }

    private static Map<String, List<String>> given(MultiValueMap<String, String> form, Survey survey) {
        var given = new HashMap<String, List<String>>();
        for (var question : survey.questions()) {
            var entered = form.getOrDefault(QUESTION + question.key(), List.of()).stream()
                    .map(Entry::clean)
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (!entered.isEmpty()) {
                given.put(question.key(), entered);
            }
        }
        return given;
    }

    /** Line ends as one character, as browsers count them, and nothing unprintable. */
    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .chars()
                .filter(character -> character == '\n' || !Character.isISOControl(character))
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
    }
}
