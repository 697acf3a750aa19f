package dev.uplift.survey;

import java.util.List;
import java.util.Map;

/**
 * When a question is asked: after a score in this range, both ends included, and after these answers to earlier questions.
 *
 * @param answered by the key of the question, the key of the option that must have been chosen
 */
public record ShowIf(int lowest, int highest, Map<String, String> answered) {

    /** Whether to ask, after this score and these answers. */
    public boolean holds(int score, Map<String, List<String>> given) {
        return lowest <= score
                && score <= highest
                && answered.entrySet().stream()
                        .allMatch(wanted ->
                                given.getOrDefault(wanted.getKey(), List.of()).contains(wanted.getValue()));
    }
}
