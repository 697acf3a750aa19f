package dev.uplift.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
                        Metric.NPS,
                        "transactional",
                        "annual-bill",
                        Duration.ofDays(14),
                        Map.of("de", "Es geht um Ihre Rechnung.", "en", "About your bill."),
                        Map.of("de", List.of("Preis"), "en", List.of("Price"))));
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
    void readsTheShippedSurveys() {
        var surveys = new DefinitionFolder(Path.of("campaigns/surveys"), "campaigns/surveys")
                .read(Map.of(), reader::read, problems);

        assertThat(problems).isEmpty();
        assertThat(surveys)
                .containsOnlyKeys("ces-service", "csat-service", "nps-annual-bill", "nps-relationship", "nps-service");
    }
}
