package dev.uplift.web.customer;

import dev.uplift.platform.Metric;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Survey;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody has entered into the survey's forms so far. */
record Entry(@Nullable Integer score, List<String> reasons, String comment, boolean callBack) {

    static final int LONGEST_COMMENT = 2000;

    static final Entry NOTHING = new Entry(null, List.of(), "", false);

    static Entry of(Answer given) {
        var comment = given.comment() == null ? "" : given.comment();
        return new Entry(given.score(), given.reasons(), comment, given.callBack());
    }

    static Entry of(MultiValueMap<String, String> form, Metric metric) {
        var comment = form.getFirst("comment");
        return new Entry(
                score(form.getFirst("score"), metric),
                List.copyOf(form.getOrDefault("reason", List.of())),
                clean(comment == null ? "" : comment),
                form.containsKey("callBack"));
    }

    /** The score, or null if the text is none on the metric's scale. */
    static @Nullable Integer score(@Nullable String text, Metric metric) {
        return text == null ? null : metric.answer(text).orElse(null);
    }

    Entry with(int otherScore) {
        return new Entry(otherScore, reasons, comment, callBack);
    }

    boolean tooLong() {
        return comment.length() > LONGEST_COMMENT;
    }

    /** The answer to store; reasons that the survey does not offer are left out. */
    Answer answer(int given, Survey survey, String language) {
        var offered = survey.reasons().getOrDefault(language, List.of());
        var chosen = reasons.stream().filter(offered::contains).distinct().toList();
        return new Answer(given, chosen, comment.isEmpty() ? null : comment, callBack, language);
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
