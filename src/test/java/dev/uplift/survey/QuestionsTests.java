package dev.uplift.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsTests {

    @TempDir
    Path content;

    private OwnSurveys own;

    @BeforeEach
    void write() {
        own = new OwnSurveys(content, OwnSurveys.PLAIN + SurveySamples.FURTHER);
    }

    @Test
    void storesKeysOfOptionsAndTexts() {
        var token = own.invited(1);

        answer(
                token,
                3,
                Map.of(
                        "solved",
                        List.of("part"),
                        "missing",
                        List.of("refund", "answer"),
                        "expected",
                        List.of(" Mehr ")));

        assertThat(own.texts("select given::text from survey.response"))
                .containsExactly(
                        "{\"solved\": [\"part\"], \"missing\": [\"answer\", \"refund\"], \"expected\": \"Mehr\"}");
        assertThat(own.surveys.find(token, OwnSurveys.NOW).orElseThrow().given())
                .isEqualTo(new Answer(
                        3,
                        List.of(),
                        null,
                        false,
                        "de",
                        Map.of(
                                "solved",
                                List.of("part"),
                                "missing",
                                List.of("answer", "refund"),
                                "expected",
                                List.of("Mehr"))));
    }

    @Test
    void leavesOutWhatIsNotOffered() {
        answer(own.invited(1), 3, Map.of("solved", List.of("<b>", "no", "part"), "other", List.of("x")));

        assertThat(own.texts("select given::text from survey.response")).containsExactly("{\"solved\": [\"part\"]}");
    }

    @Test
    void neverStoresAnswersToHiddenQuestions() {
        answer(
                own.invited(1),
                9,
                Map.of("solved", List.of("no"), "missing", List.of("answer"), "expected", List.of("Viel")));

        assertThat(own.texts("select given::text from survey.response")).containsExactly("{\"solved\": [\"no\"]}");
    }

    @Test
    void cutsTextsToTwoThousandCharacters() {
        answer(own.invited(1), 3, Map.of("expected", List.of("😀".repeat(2_500) + "\u0000")));

        assertThat(own.texts("select char_length(given ->> 'expected')::text from survey.response"))
                .containsExactly("2000");
    }

    @Test
    void takesOtherAnswersForSevenDaysOnly() {
        var token = own.invited(1);
        answer(token, 9, Map.of("solved", List.of("no")));

        var late = OwnSurveys.NOW.plus(Duration.ofDays(7));
        own.surveys.answer(
                token, new Answer(2, List.of(), null, false, "de", Map.of("solved", List.of("yes-all"))), late);

        assertThat(own.texts("select score || given::text from survey.response"))
                .containsExactly("9{\"solved\": [\"no\"]}");
    }

    private void answer(String token, int score, Map<String, List<String>> given) {
        assertThat(own.surveys.answer(token, new Answer(score, List.of(), null, false, "de", given), OwnSurveys.NOW))
                .isTrue();
    }
}
