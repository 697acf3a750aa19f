package dev.uplift.survey;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what a person typed or chose fit to be stored: what was asked and offered, short text without invisible characters. */
final class Words {

    private static final int MOST_CHARACTERS = 2_000;

    /** Control characters except the line feed, marks that turn the direction of text, halves of characters. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    private Words() {}

    static Answer clean(Answer answer, Invitation invitation) {
        var survey = invitation.survey();
        var metric = survey.metric();
        if (!metric.holds(answer.score())) {
            var remedy = "Choose " + metric.lowest() + " to " + metric.highest() + ".";
            throw new InvalidInput(List.of(Problem.error("score", "The score is not on the scale.", remedy)));
        }
        var offered = survey.reasons().values().stream().flatMap(List::stream).toList();
        return new Answer(
                answer.score(),
                answer.reasons().stream().filter(offered::contains).distinct().toList(),
                answer.comment() == null ? null : text(answer.comment()),
                answer.callBack() && invitation.mode() == Mode.IDENTIFIED,
                survey.occasion().containsKey(answer.language()) ? answer.language() : invitation.language(),
                given(answer, survey));
    }

    /** The text without what cannot be seen, cut to 2,000 characters; null if nothing is left. */
    static @Nullable String text(String typed) {
        var text = INVISIBLE
                .matcher(typed.replace("\r\n", "\n").replace('\t', ' '))
                .replaceAll("")
                .strip();
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            text = text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
        }
        return text.isEmpty() ? null : text;
    }

    private static Map<String, List<String>> given(Answer answer, Survey survey) {
        var given = new LinkedHashMap<String, List<String>>();
        for (var question : survey.asked(answer.score(), answer.given())) {
            var accepted = question.accepted(answer.given().getOrDefault(question.key(), List.of()));
            if (!accepted.isEmpty()) {
                given.put(question.key(), accepted);
            }
        }
        return given;
    }
}
