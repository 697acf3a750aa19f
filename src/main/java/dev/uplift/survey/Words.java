package dev.uplift.survey;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what a person typed or chose fit to be stored: known reasons, short text without invisible characters. */
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
                comment(answer.comment()),
                answer.callBack(),
                survey.occasion().containsKey(answer.language()) ? answer.language() : invitation.language());
    }

    private static @Nullable String comment(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var text = INVISIBLE
                .matcher(typed.replace("\r\n", "\n").replace('\t', ' '))
                .replaceAll("")
                .strip();
        if (text.length() > MOST_CHARACTERS) {
            text = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST_CHARACTERS)));
        }
        return text.isEmpty() ? null : text;
    }
}
