package dev.uplift.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric;
import dev.uplift.survey.Question;
import dev.uplift.survey.Survey;
import dev.uplift.survey.SurveySamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class EntryTests {

    private static final Survey SURVEY = SurveySamples.survey(Metric.NPS, SurveySamples.FURTHER);

    @ParameterizedTest
    @CsvSource({"NPS, 0 7 10, 11", "CSAT, 1 3 5, 0 6", "CES, 1 7, 0 8 10"})
    void takesScoresOfTheScaleAndNothingElse(Metric metric, String on, String off) {
        assertThat(on.split(" "))
                .allSatisfy(text -> assertThat(Entry.score(text, metric)).isNotNull());
        assertThat(off.split(" "))
                .allSatisfy(text -> assertThat(Entry.score(text, metric)).isNull());
        assertThat(List.of("-1", "", "4.5", "03", "three", "3 "))
                .allSatisfy(text -> assertThat(Entry.score(text, metric)).isNull());
        assertThat(Entry.score(null, metric)).isNull();
    }

    @Test
    void readsAnswersToTheQuestionsOfTheSurvey() {
        var form = form("score", "4", "q.solved", "part", "q.missing", "answer", "q.missing", "refund", "q.other", "x");

        var entry = Entry.of(form, SURVEY);

        assertThat(entry.given()).isEqualTo(Map.of("solved", List.of("part"), "missing", List.of("answer", "refund")));
        assertThat(entry.asked(SURVEY).stream().map(Question::key)).containsExactly("solved", "missing", "expected");
    }

    @Test
    void saysWhichQuestionsAreOpenOrTooLongAmongThoseAsked() {
        var entry = Entry.of(form("score", "4", "q.solved", "<b>", "q.expected", "x".repeat(2001)), SURVEY);

        assertThat(Flaws.of(entry, SURVEY, Step.first(entry.asked(SURVEY))))
                .isEqualTo(Map.of("solved", "problem.open", "expected", "problem.long"));
        assertThat(Flaws.of(entry, SURVEY, new Step(true, List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void countsLineEndsOnceAndDropsWhatCannotBeStored() {
        var entry = Entry.of(form("score", "9", "comment", " Gut\u0000 so!\r\nWeiter 😀\u0007 "), SURVEY);

        assertThat(entry.comment()).isEqualTo("Gut so!\nWeiter 😀");
        assertThat(entry.callBack()).isFalse();
    }

    @Test
    void noticesTooLongTexts() {
        var step = new Step(true, List.of(), List.of());

        assertThat(Flaws.of(Entry.of(form("comment", "x".repeat(2000)), SURVEY), SURVEY, step))
                .isEmpty();
        assertThat(Flaws.of(Entry.of(form("comment", "x".repeat(2001)), SURVEY), SURVEY, step))
                .containsKey("comment");
    }

    private static LinkedMultiValueMap<String, String> form(String... pairs) {
        var form = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i], pairs[i + 1]);
        }
        return form;
    }
}
