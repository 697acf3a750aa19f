package dev.uplift.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Hash;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyReaderTests {

    private static final String SOUND = """
            metric: nps
            kind: transactional
            touchpoint: annual-bill
            expires: 2w
            occasion: { de: "Es geht um Ihre Rechnung.", en: "About your bill." }
            reasons: { de: [Preis], en: [Price] }
            """;

    private final SurveyReader reader = new SurveyReader(List.of("de", "en"));
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsEveryKey() {
        var survey = reader.read("bill", SOUND, problems);

        assertThat(problems).isEmpty();
        assertThat(survey)
                .isEqualTo(new Survey(
                        "bill",
                        Hash.of(SOUND),
                        Metric.NPS,
                        "transactional",
                        "annual-bill",
                        Mode.IDENTIFIED,
                        Duration.ofDays(14),
                        Map.of("de", "Es geht um Ihre Rechnung.", "en", "About your bill."),
                        Map.of(),
                        Map.of("de", List.of("Preis"), "en", List.of("Price")),
                        List.of()));
    }

    @Test
    void expiresAfterThirtyDaysUnlessSaidOtherwise() {
        var survey = reader.read("bill", SOUND.replace("expires: 2w\n", ""), problems);

        assertThat(survey).extracting(Survey::expires).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void reportsAllMistakesAtTheirPlaces() {
        var survey = reader.read("bill", """
                metric: stars
                kind: personal
                touchpiont: annual-bill
                expires: soon
                occasion: { de: "Hallo" }
                reasons: { de: [], en: [Price] }
                """, problems);

        assertThat(survey).isNull();
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "campaigns/surveys/bill.yaml:1:1: 'touchpoint' is missing. Name the moment it is about, e.g. annual-bill.",
                        "campaigns/surveys/bill.yaml:1:9: 'stars' is not a valid value for 'metric'. Write nps, csat or ces.",
                        "campaigns/surveys/bill.yaml:2:7: 'personal' is not a valid value for 'kind'. Write transactional (about one moment) or relational (about the company).",
                        "campaigns/surveys/bill.yaml:3:1: Unknown key 'touchpiont'. Did you mean 'touchpoint'?",
                        "campaigns/surveys/bill.yaml:4:10: 'soon' is not a valid value for 'expires'. Write a time from 1d to 365d, e.g. 30d.",
                        "campaigns/surveys/bill.yaml:5:11: 'occasion' has no text for 'en'. Write it for each language: de, en.",
                        "campaigns/surveys/bill.yaml:6:16: 'reasons' need a list for each language. Write 1 to 10 short reasons to choose from.");
    }

    @Test
    void readsQuestionsWithTheirConditions() {
        var questions = SurveySamples.survey(Metric.NPS, SurveySamples.FURTHER).questions();

        assertThat(questions.get(0))
                .isEqualTo(new Question(
                        "solved",
                        Question.Type.CHOICE,
                        false,
                        Map.of("de", "Ist Ihr Anliegen gelöst?", "en", "Has your concern been solved?"),
                        Map.of(
                                "yes-all", Map.of("de", "Ja", "en", "Yes"),
                                "part", Map.of("de", "Zum Teil", "en", "In part"),
                                "no", Map.of("de", "Nein", "en", "No")),
                        new ShowIf(0, 10, Map.of())));
        assertThat(questions.get(0).options().keySet()).containsExactly("yes-all", "part", "no");
        assertThat(questions.get(1).optional()).isTrue();
        assertThat(questions.get(1).showIf()).isEqualTo(new ShowIf(0, 10, Map.of("solved", "part")));
        assertThat(questions.get(2).showIf()).isEqualTo(new ShowIf(0, 6, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"nps, low, 0, 6", "nps, middle, 7, 8", "nps, high, 9, 10", "csat, low, 1, 2", "ces, high, 5, 7"})
    void knowsThePartsOfEachScale(String metric, String part, int lowest, int highest) {
        var survey = SurveySamples.survey(
                Metric.of(metric).orElseThrow(), SurveySamples.FURTHER.replace("score: low", "score: " + part));

        assertThat(survey.questions().get(2).showIf()).isEqualTo(new ShowIf(lowest, highest, Map.of()));
    }

    @Test
    void asksOnlyWhatFitsTheScoreAndTheAnswersThatCount() {
        var survey = SurveySamples.survey(Metric.NPS, SurveySamples.FURTHER);

        assertThat(asked(survey, 9, Map.of())).containsExactly("solved");
        assertThat(asked(survey, 6, Map.of())).containsExactly("solved", "expected");
        assertThat(asked(survey, 9, Map.of("solved", List.of("part")))).containsExactly("solved", "missing");
        assertThat(asked(survey, 9, Map.of("solved", List.of("no", "part")))).containsExactly("solved", "missing");
        assertThat(asked(survey, 9, Map.of("solved", List.of("unknown")))).containsExactly("solved");
    }

    @Test
    void reportsAllMistakesInQuestionsAtTheirPlaces() {
        var survey = reader.read("bill", SOUND + """
                mode: secret
                why: { low: { de: "Warum?" }, lower: { de: a, en: b } }
                questions:
                  - key: first
                    type: choice
                    ask: { de: "A?", en: "A?" }
                    options: { a: { de: A, en: A }, b: { de: B }, b: { de: B, en: B } }
                    show-if: { answered: { second: x }, score: lowest, score-at-most: 11 }
                  - key: first
                    type: stars
                    optional: maybe
                    ask: { de: "B?" }
                    options: { a: { de: A, en: A } }
                  - key: second
                    type: text
                    ask: { de: "C?", en: "C?" }
                    options: { a: { de: A, en: A }, b: { de: A, en: A } }
                    show-if: { answered: { frist: a, first: c }, score-at-least: 8, score-at-most: 3 }
                  - key: third
                    type: choices
                    ask: { de: "D?", en: "D?" }
                    show-if: { answered: { second: a } }
                  - type: text
                    ask: { de: "E?", en: "E?" }
                    show-if: low
                """, problems);

        assertThat(survey).isNull();
        assertThat(problems.stream().map(problem -> problem.toString().replace("campaigns/surveys/bill.yaml:", "")))
                .containsExactly(
                        "7:7: 'secret' is not a valid value for 'mode'. Write identified, pseudonymous or anonymous.",
                        "8:13: 'low' has no text for 'en'. Write it for each language: de, en.",
                        "8:31: Unknown key 'lower'. Use one of: high, low, middle.",
                        "13:51: 'b' stands here twice. Keep one of the two.",
                        "14:36: 'second' is not asked before this question. Move it before this question.",
                        "14:48: 'lowest' is not a valid value for 'score'. Write low, middle or high.",
                        "14:48: The score is limited twice. Write a part of the scale or numbers, not both.",
                        "14:71: '11' is not a valid value for 'score-at-most'. Write a number from 0 to 10.",
                        "15:10: There are two questions 'first'. Give each question a key of its own.",
                        "16:11: 'stars' is not a valid value for 'type'. Write choice (one option), choices (any number of options) or text (free words).",
                        "17:15: 'maybe' is not a valid value for 'optional'. Write true or false.",
                        "18:10: 'ask' has no text for 'en'. Write it for each language: de, en.",
                        "19:14: A question of this type needs options to choose from. Write 2 to 10 options, each a key with its words for each language.",
                        "23:14: A text has no options. Leave 'options' out, or write 'type: choice' or 'type: choices'.",
                        "24:35: There is no question 'frist'. Did you mean 'first'?",
                        "24:45: 'first' has no option 'c'. Use one of: a, b.",
                        "24:66: No score is that high and that low. Swap the two numbers.",
                        "25:5: A question of this type needs options to choose from. Write 2 to 10 options, each a key with its words for each language.",
                        "28:36: 'second' is answered in free words. Name a question with options.",
                        "29:5: 'key' is missing. Use lower-case letters, digits and hyphens, at most 40.",
                        "31:14: 'show-if' must be a mapping. Write 'score: low', 'score-at-most: 3' or 'answered: { question: option }'.");
    }

    @Test
    void takesTenQuestionsAtMost() {
        var text = new StringBuilder(SOUND + "questions:\n");
        for (var i = 0; i < 11; i++) {
            text.append("  - { key: q%d, type: text, ask: { de: 'A?', en: 'A?' } }%n".formatted(i));
        }

        assertThat(reader.read("bill", text.toString(), problems)).isNull();
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "campaigns/surveys/bill.yaml:8:3: There are 11 questions. Ask at most 10; the fewer, the more"
                                + " people answer.");
    }

    private static List<String> asked(Survey survey, int score, Map<String, List<String>> given) {
        return survey.asked(score, given).stream().map(Question::key).toList();
    }

    @Test
    void readsTheShippedSurveys() {
        var surveys = new DefinitionFolder(Path.of("campaigns/surveys"), "campaigns/surveys")
                .read(Map.of(), reader::read, problems);

        assertThat(problems).isEmpty();
        assertThat(surveys)
                .containsOnlyKeys("ces-service", "csat-service", "nps-annual-bill", "nps-relationship", "nps-service");
    }
}
