package dev.uplift.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Purpose;
import dev.uplift.survey.Definition;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignReaderTests {

    private static final String HEAD = "name: A\npurpose: service\naudience: { attribute: product }\n";
    private static final String BOTH = "steps:\n  - send: letter\n  - survey: nps-service\n    after: 7d\n";

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsEveryKey() {
        var campaign = read("""
                name: Instalment change explained
                owner: billing
                touchpoint: annual-bill
                serves: promise/clear-bills
                purpose: marketing
                goal: { metric: nps, target: 15, by: 2027-03-31, worth: 3 }
                audience: { attribute: product, is: electricity }
                hold-out: { share: 0.25, by: account }
                compare-by: [product, region_2]
                channels: [email, sms]
                schedule: { start: 2026-12-01T09:00, zone: Europe/Vienna, between: "09:00-19:00", except: [sunday, holiday] }
                pace: 2/s
                steps:
                  - send: letter
                    variants: { a: 50%, b: 0.5 }
                  - survey: nps-service
                    after: 7d
                """);

        assertThat(campaign)
                .isEqualTo(new Campaign(
                        "bill",
                        3,
                        campaign.hash(),
                        "Instalment change explained",
                        "billing",
                        "annual-bill",
                        "promise/clear-bills",
                        Purpose.MARKETING,
                        new Goal(Metric.NPS, 15, LocalDate.of(2027, 3, 31), 3),
                        TestCampaigns.EVERYBODY,
                        0.25,
                        Unit.ACCOUNT,
                        List.of("product", "region_2"),
                        List.of("email", "sms"),
                        new Schedule(
                                LocalDateTime.of(2026, 12, 1, 9, 0),
                                null,
                                "Europe/Vienna",
                                LocalTime.of(9, 0),
                                LocalTime.of(19, 0),
                                List.of("sunday", "holiday")),
                        120,
                        List.of(
                                new Step(1, Step.Kind.MESSAGE, "letter", Duration.ZERO, Map.of("a", 0.5, "b", 0.5), 1),
                                new Step(2, Step.Kind.SURVEY, "nps-service", Duration.ofDays(7), Map.of(), 2)),
                        Map.of()));
        assertThat(campaign.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void knowsWhatIsUsual() {
        var campaign = read(HEAD + BOTH);

        assertThat(campaign.channels()).containsExactly("preferred", "email", "sms");
        assertThat(campaign.schedule()).isEqualTo(new Schedule(null, null, "recipient", null, null, List.of()));
        assertThat(campaign.worth()).isEqualTo(5);
        assertThat(campaign.perMinute()).isNull();
        assertThat(campaign.goal()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0.2",
        "'hold-out: 20%', 0.2",
        "'hold-out: 0.35', 0.35",
        "'hold-out: 0', 0",
        "'hold-out: 90%', 0.9",
        "'hold-out: 12.5%', 0.125"
    })
    void holdsBackTwentyPercentUnlessToldOtherwise(String line, double share) {
        assertThat(read(HEAD + line + "\n" + BOTH).holdOut()).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({
        "'hold-out: 30%', 0.3, CUSTOMER",
        "'hold-out: { share: 30%, by: customer }', 0.3, CUSTOMER",
        "'hold-out: { share: 30%, by: account }', 0.3, ACCOUNT",
        "'hold-out: { by: account }', 0.2, ACCOUNT"
    })
    void drawsCustomersUnlessToldToDrawAccounts(String line, double share, Unit unit) {
        var campaign = read(HEAD + line + "\n" + BOTH);

        assertThat(campaign.holdOut()).isEqualTo(share);
        assertThat(campaign.unit()).isEqualTo(unit);
    }

    @Test
    void holdsBackNobodyWithoutAMessageOrASurvey() {
        assertThat(read(HEAD + "steps: [{ survey: nps-service }]").holdOut()).isZero();
        assertThat(read(HEAD + "steps: [{ send: letter }]").holdOut()).isZero();
        assertThat(read(HEAD + "steps: [{ survey: nps-service }, { send: letter }]")
                        .holdOut())
                .isZero();
    }

    @Test
    void makesAStepOfEachReminder() {
        var steps = read(HEAD + BOTH + "    remind: { after: 5d, times: 2 }\n").steps();

        assertThat(steps)
                .endsWith(
                        new Step(3, Step.Kind.REMINDER, "nps-service", Duration.ofDays(5), Map.of(), 2),
                        new Step(4, Step.Kind.REMINDER, "nps-service", Duration.ofDays(5), Map.of(), 2));
    }

    @ParameterizedTest
    @CsvSource({"120/min, 120", "2/s, 120", "600/h, 10", "90/h, 1"})
    void countsThePaceInMinutes(String pace, int perMinute) {
        assertThat(read(HEAD + "pace: " + pace + "\n" + BOTH).perMinute()).isEqualTo(perMinute);
    }

    @Test
    void reportsTenMistakesAtTheirPlaces() {
        read("mistakes", """
                name: Ten mistakes
                ovner: billing
                purpose: advertising
                goal: { metric: nps, target: 150, by: 31.03.2027 }
                audience: { attribute: product }
                hold-out: 95%
                channels: [preferred, emial]
                schedule: { zone: Europe/Bremen, between: "19:00-09:00" }
                pace: fast
                steps:
                  - send: leter
                """);

        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "campaigns/mistakes.yaml:2:1: Unknown key 'ovner'. Did you mean 'owner'?",
                        "campaigns/mistakes.yaml:3:10: 'advertising' is not a valid value for 'purpose'."
                                + " Write service, marketing or survey; it decides which consent is needed.",
                        "campaigns/mistakes.yaml:4:30: '150' is not a valid value for 'target'."
                                + " Write whole points from -100 to 100, e.g. 15.",
                        "campaigns/mistakes.yaml:4:39: '31.03.2027' is not a valid value for 'by'."
                                + " Write a date, e.g. 2027-03-31.",
                        "campaigns/mistakes.yaml:6:11: '95%' is not a valid value for 'hold-out'."
                                + " Write a share from 0% to 90%, e.g. 20% or 0.2.",
                        "campaigns/mistakes.yaml:7:23: Unknown channel 'emial'. Did you mean 'email'?",
                        "campaigns/mistakes.yaml:8:19: 'Europe/Bremen' is not a valid value for 'zone'."
                                + " Write recipient or a time zone such as Europe/Berlin.",
                        "campaigns/mistakes.yaml:8:43: '19:00-09:00' is not a valid value for 'between'."
                                + " Write hours of one day in quotes, e.g. \"09:00-19:00\".",
                        "campaigns/mistakes.yaml:9:7: 'fast' is not a valid value for 'pace'."
                                + " Write at least one send a minute, e.g. 120/min, 2/s or 600/h.",
                        "campaigns/mistakes.yaml:11:11: There is no template 'leter'."
                                + " Add templates/leter/email.de.ftlh. Or did you mean 'letter'?");
    }

    private Campaign read(String text) {
        var campaign = read("bill", text).campaign();
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(campaign);
    }

    private Draft read(String key, String text) {
        var draft = new CampaignReader(node -> TestCampaigns.EVERYBODY).read(key, 3, text, problems);
        TestCampaigns.REFERENCES.check(draft);
        problems.sort(Definition.BY_PLACE);
        return draft;
    }
}
