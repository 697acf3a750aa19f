package dev.uplift.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.insights.Scope;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Problem.Severity;
import dev.uplift.survey.Mode;
import dev.uplift.survey.Survey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromiseReaderTests {

    private static final String SOUND = """
            name: { de: Ich verstehe meine Rechnung., en: I understand my bill. }
            serves: efficiency
            owner: billing
            key-results:
              - name: { de: Nach der Rechnung, en: After the bill }
                metric: nps
                kind: transactional
                touchpoint: annual-bill
                segment: gas
                from: -30
                start: 2026-10-01
                target: 15
                by: 2027-03-31
                window: 12w
            """;

    private final PromiseReader reader = new PromiseReader(
            List.of("de", "en"),
            new Names(
                    () -> List.of(
                            survey("nps-annual-bill", "transactional", "annual-bill"),
                            survey("nps", "relational", "all")),
                    () -> Set.of("gas")));
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsEveryKey() {
        var promise = reader.read("clear-bills", SOUND, problems);

        assertThat(problems).isEmpty();
        assertThat(promise)
                .isEqualTo(new Promise(
                        "clear-bills",
                        Map.of("de", "Ich verstehe meine Rechnung.", "en", "I understand my bill."),
                        Aim.EFFICIENCY,
                        "billing",
                        List.of(new KeyResult(
                                Map.of("de", "Nach der Rechnung", "en", "After the bill"),
                                new Scope("transactional", "annual-bill", "", "", "gas"),
                                -30,
                                LocalDate.of(2026, 10, 1),
                                15,
                                LocalDate.of(2027, 3, 31),
                                84))));
    }

    @Test
    void measuresTheStartAndCountsNinetyDaysUnlessToldOtherwise() {
        var promise = Objects.requireNonNull(reader.read(
                "clear-bills", SOUND.replaceAll("    (from|window|touchpoint|segment):[^\n]*\n", ""), problems));

        assertThat(problems).isEmpty();
        assertThat(promise.node()).isEqualTo("promise/clear-bills");
        var keyResult = promise.keyResults().get(0);
        assertThat(keyResult.from()).isNull();
        assertThat(keyResult.days()).isEqualTo(90);
        assertThat(keyResult.scope()).isEqualTo(new Scope("transactional", "", "", "", ""));
    }

    @Test
    void reportsAllMistakesAtTheirPlaces() {
        var promise = reader.read("bill", """
                name: { de: Klar }
                serves: fame
                ownr: billing
                key-results:
                  - name: { de: Nach der Rechnung, en: After the bill }
                    metric: csat
                    kind: transactional
                    touchpoint: anual-bill
                    survey: nps
                    from: 20
                    start: 2026-10-01
                    target: 15
                    by: 2026-10-01
                    window: 36h
                  - never
                """, problems);

        assertThat(promise).isNull();
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "campaigns/goals/bill.yaml:1:1: 'owner' is missing. Write the department that answers for it, e.g. billing.",
                        "campaigns/goals/bill.yaml:1:7: 'name' has no text for 'en'. Write it for each language: de, en.",
                        "campaigns/goals/bill.yaml:2:9: 'fame' is not a valid value for 'serves'. Write growth, efficiency or sustainability.",
                        "campaigns/goals/bill.yaml:3:1: Unknown key 'ownr'. Did you mean 'owner'?",
                        "campaigns/goals/bill.yaml:6:13: 'csat' is not a valid value for 'metric'. Write nps; it is the only metric yet.",
                        "campaigns/goals/bill.yaml:8:17: No transactional survey has the touchpoint 'anual-bill'. Did you mean 'annual-bill'?",
                        "campaigns/goals/bill.yaml:9:13: No transactional survey has the survey 'nps'. Use one of: nps-annual-bill.",
                        "campaigns/goals/bill.yaml:12:13: 'target' is below 'from'. Write a score to rise to, or to hold.",
                        "campaigns/goals/bill.yaml:13:9: 'by' is not after 'start'. Write a later day.",
                        "campaigns/goals/bill.yaml:14:13: '36h' is not a valid value for 'window'. Write whole days from 7d to 730d, e.g. 90d.",
                        "campaigns/goals/bill.yaml:15:5: 'key-results' must be a mapping. Write at least one like { name: …, metric: nps, kind: relational, start: …, target: 20, by: … }.");
    }

    @Test
    void wantsAtLeastOneKeyResult() {
        var promise = reader.read("bill", "name: { de: a, en: b }\nserves: growth\nowner: billing\n", problems);

        assertThat(promise).isNull();
        assertThat(problems).extracting(Problem::what).containsExactly("'key-results' is missing or empty.");
    }

    @Test
    void wantsADayWhenItBeginsAndOneWhenItEnds() {
        reader.read("bill", SOUND.replaceAll("    (start|by):[^\n]*\n", ""), problems);

        assertThat(problems).extracting(Problem::what).containsExactly("'start' is missing.", "'by' is missing.");
    }

    @Test
    void looksForNamesOnlyAmongSurveysOfAKindItKnows() {
        reader.read("bill", SOUND.replace("kind: transactional", "kind: personal"), problems);

        assertThat(problems).extracting(Problem::what).containsExactly("'personal' is not a valid value for 'kind'.");
    }

    @Test
    void warnsOfASegmentThatIsNotDefinedButKeepsThePromise() {
        var promise = reader.read("bill", SOUND.replace("segment: gas", "segment: heat"), problems);

        assertThat(promise).isNotNull();
        assertThat(problems).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.line()).isEqualTo(9);
            assertThat(problem.what()).isEqualTo("There is no segment 'heat', so nobody's answers count.");
        });
    }

    private static Survey survey(String key, String kind, String touchpoint) {
        return new Survey(
                key,
                "version",
                Metric.NPS,
                kind,
                touchpoint,
                Mode.IDENTIFIED,
                Duration.ofDays(30),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());
    }
}
