package dev.uplift.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.uplift.audience.Rule;
import dev.uplift.audience.TestSegments;
import dev.uplift.platform.Problem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskReaderTests {

    private static final String DESK = """
            name: { de: Rechnung, en: Bills }
            members: [anna, ben]
            touchpoints: [annual-bill]
            within: 4h
            hours: { monday-friday: "08:00-18:00", saturday: "09:00-13:00" }
            holidays: DE
            opens:
              - { score-at-most: 5 }
              - { words: [Anwalt] }
            hold-back: { share: 30%, for: 20d, never: [{ score-at-most: 1 }] }
            root-causes:
              unclear: { de: Unklar, en: Unclear }
            """;

    private final List<Problem> problems = new ArrayList<>();
    private final DeskReader reader = new DeskReader(
            List.of("de", "en"),
            new HoursReader(
                    ZoneId.of("Europe/Berlin"),
                    country -> country.equals("DE") ? Set.of(LocalDate.of(2026, 12, 25)) : Set.of()),
            new TriggerReader(TestSegments.knowing("vip"), () -> Set.of("vip")),
            "nps-service"::equals,
            "reply-sorry"::equals);

    @Test
    void readsADesk() {
        var desk = Objects.requireNonNull(reader.read("bills", DESK, problems));

        assertThat(problems).isEmpty();
        assertThat(desk.name()).containsEntry("de", "Rechnung").containsEntry("en", "Bills");
        assertThat(desk.has("anna")).isTrue();
        assertThat(desk.has("carl")).isFalse();
        assertThat(desk.within()).isEqualTo(Duration.ofHours(4));
        assertThat(desk.hours().week())
                .containsOnlyKeys(List.of(DayOfWeek.values()).subList(0, 6));
        assertThat(desk.hours().closed()).hasSize(1);
        assertThat(desk.opens()).containsExactly(new Trigger.ScoreAtMost(5), new Trigger.Words(List.of("Anwalt")));
        assertThat(desk.holdBack())
                .isEqualTo(new Desk.HoldBack(.3, Duration.ofDays(20), List.of(new Trigger.ScoreAtMost(1)), 10));
        assertThat(desk.rootCauses()).containsOnlyKeys("unclear");
    }

    @Test
    void reportsEveryMistakeAtItsPlace() {
        reader.read("bills", """
                name: { de: Rechnung }
                hours: { mon-fri: "08:00-18:00" }
                holidays: XX
                opens:
                  - { score-at-most: 11 }
                  - { mood: bad }
                hold-back: { share: 80% }
                root-causes: []
                """, problems);

        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "campaigns/desks/bills.yaml:1:7: 'name' has no text for 'en'. Write it for each language: de, en.",
                        "campaigns/desks/bills.yaml:2:19: 'mon-fri' are no days."
                                + " Write e.g. { monday-friday: \"08:00-18:00\", saturday: \"09:00-13:00\" }.",
                        "campaigns/desks/bills.yaml:3:11: 'XX' is not a valid value for 'holidays'."
                                + " Write a country whose holidays we know: DE.",
                        "campaigns/desks/bills.yaml:5:22: '11' is not a valid value for 'score-at-most'."
                                + " Write a whole number from 0 to 10.",
                        "campaigns/desks/bills.yaml:6:7: Unknown key 'mood'."
                                + " Use one of: at-least, at-most, attribute, drop-at-least, exists, in, is, is-not, score-at-most, segment, unhappy, wants-call, words.",
                        "campaigns/desks/bills.yaml:7:21: '80%' is not a valid value for 'share'."
                                + " Write a share from 1% to 50%, e.g. 30%.",
                        "campaigns/desks/bills.yaml:8:14: Without root causes no case can be closed."
                                + " Write one a line, e.g. 'bill-unclear: { de: Rechnung unverständlich, en: Bill unclear }'.");
    }

    @Test
    void readsWhichCustomersAreMeant() {
        var desk = Objects.requireNonNull(reader.read("bills", opening("""
                [{ attribute: tier, is: A, score-at-most: 8 }, { segment: vip, unhappy: true }, { attribute: tier, in: [A, B] }]"""), problems));

        assertThat(problems).isEmpty();
        assertThat(desk.opens())
                .containsExactly(
                        new Trigger.Both(new Trigger.ScoreAtMost(8), tier(Rule.Comparison.IS, "A")),
                        new Trigger.Both(new Trigger.Unhappy(), new Trigger.About(new Rule.Segment("vip"))),
                        tier(Rule.Comparison.IN, "A", "B"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { attribute: tier } | 7:9: 'tier' is compared with nothing.
            { attribute: tier, is: [A] } | 7:32: The value is empty or no single value.
            { is: A, unhappy: true } | 7:9: 'is' compares nothing.
            { attribute: tier, is: A, segment: vip } | 7:9: Each entry names one thing about the answer, one about the customer, or both.
            { unhappy: true, score-at-most: 6 } | 7:9: Each entry names one thing about the answer, one about the customer, or both.
            { segment: [a] } | 7:20: 'segment' must be a single value.
            { segment: vipp } | 7:20: There is no segment 'vipp' yet, so nobody belongs to it.
            """)
    void reportsMistakesAboutCustomersAtTheirPlace(String entry, String expected) {
        reader.read("bills", opening("[" + entry + "]"), problems);

        assertThat(problems)
                .extracting(problem -> problem.line() + ":" + problem.column() + ": " + problem.what())
                .containsExactly(expected);
    }

    private static String opening(String opens) {
        return DESK.replaceAll("(?s)opens:.*?hold-back", "opens: " + opens + "\nhold-back");
    }

    private static Trigger tier(Rule.Comparison comparison, String... values) {
        return new Trigger.About(new Rule.Attribute("tier", comparison, List.of(values)));
    }

    @Test
    void refusesADeskThatNeverOpens() {
        assertThat(reader.read("bills", "name: { de: R, en: B }\nroot-causes: { a: { de: A, en: A } }\n", problems))
                .isNull();
        assertThat(problems).extracting(Problem::what).containsExactly("'hours' are missing.");
    }

    @Test
    void readsWhatAgentsMayWriteAndWhatIsAskedAgain() {
        var desk = Objects.requireNonNull(reader.read(
                "bills",
                DESK + "replies: [reply-sorry]\nsecond-survey: { survey: nps-service, after: 20d }\n",
                problems));

        assertThat(problems).isEmpty();
        assertThat(desk.replies()).containsExactly("reply-sorry");
        assertThat(desk.secondSurvey()).isEqualTo(new Desk.SecondSurvey("nps-service", Duration.ofDays(20)));
    }

    @Test
    void reportsUnknownTemplatesAndSurveysAndASecondSurveyThatComesTooLate() {
        reader.read(
                "bills",
                DESK + "replies: [reply-sorry, reply-angry]\nsecond-survey: { survey: csat, after: 21d }\n",
                problems);

        assertThat(problems)
                .extracting(Problem::line, Problem::column, Problem::what)
                .containsExactly(
                        tuple(13, 24, "'reply-angry' is not a valid value for 'replies'."),
                        tuple(14, 26, "'csat' is not a valid value for 'survey'."),
                        tuple(
                                14,
                                39,
                                "The second survey comes later than the end of the waiting list, when both are followed up alike."));
    }
}
