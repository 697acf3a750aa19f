package dev.uplift.web.customer;

import dev.uplift.survey.Question;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * Which questions a form asks: those that depend on an answer of an earlier form can only be asked in a later one.
 *
 * @param before keys of the questions asked by earlier forms
 * @param here keys of those that this form asks
 */
record Step(boolean first, List<String> before, List<String> here) {

    static Step first(List<Question> questions) {
        return new Step(true, List.of(), keys(questions));
    }

    static Step of(MultiValueMap<String, String> form) {
        return new Step(
                !form.containsKey("further"),
                List.copyOf(form.getOrDefault("asked", List.of())),
                List.copyOf(form.getOrDefault("asking", List.of())));
    }

    Step next(List<Question> questions) {
        return new Step(false, Stream.of(before, here).flatMap(List::stream).toList(), keys(questions));
    }

    boolean knows(Question question) {
        return before.contains(question.key()) || here.contains(question.key());
    }

    private static List<String> keys(List<Question> questions) {
        return questions.stream().map(Question::key).toList();
    }
}
