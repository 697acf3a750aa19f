package dev.uplift.followup;

import static dev.uplift.followup.TestDesk.NOW;
import static dev.uplift.followup.TestDesk.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTests {

    @TempDir
    private Path content;

    @Test
    void opensACaseForADetractorWithEightOpeningHoursToGo() throws IOException {
        var desk = new TestDesk(content, PLAIN);

        desk.answers(1, 3, "Nobody answers the phone", Instant.parse("2026-12-04T16:00:00Z"));

        var opened = desk.only();
        assertThat(opened.state()).isEqualTo(CaseState.NEW);
        assertThat(opened.arm()).isEqualTo("follow-up");
        assertThat(opened.clock().dueAt()).isEqualTo("2026-12-07T14:00:00Z");
        assertThat(desk.cases.events(opened.id())).extracting(CaseEvent::what).containsExactly(CaseEvent.What.OPENED);
    }

    @Test
    void opensNoneForSatisfiedCustomers() throws IOException {
        var desk = new TestDesk(content, PLAIN);

        desk.answers(1, 7, "kündigen will ich nicht", NOW);

        assertThat(desk.count("true")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"identified, 1", "pseudonymous, 0", "anonymous, 0"})
    void opensNoneWhereStaffMustNotKnowWhoAnswered(String mode, long cases) throws IOException {
        var desk = new TestDesk(content, PLAIN);
        var survey = content.resolve("campaigns/surveys/nps-service.yaml");
        Files.writeString(survey, Files.readString(survey) + "mode: " + mode + "\n");
        desk.surveys.reload(NOW);

        desk.answers(1, 3, "kündigen", NOW);
        desk.opening.open(NOW.plusSeconds(86_400));

        assertThat(desk.count("true")).isEqualTo(cases);
    }

    @Test
    void opensEachOnceHoweverOftenItListens() throws IOException {
        var desk = new TestDesk(content, PLAIN);
        desk.answers(1, 3, null, NOW);

        desk.opening.open(NOW.plusSeconds(1));
        desk.opening.open(NOW.plusSeconds(400));

        assertThat(desk.count("true")).isEqualTo(1);
    }

    @Test
    void hearsAnswersWhoseTransactionEndedLate() throws IOException {
        var desk = new TestDesk(content, PLAIN);
        desk.opening.open(NOW.plusSeconds(300));

        desk.say(1, 3, null, NOW);
        desk.opening.open(NOW.plusSeconds(301));

        assertThat(desk.count("true")).isEqualTo(1);
    }

    @Test
    void hearsAnswersOfASimulatedPast() throws IOException {
        var desk = new TestDesk(content, PLAIN);
        desk.opening.open(NOW.plus(Duration.ofDays(90)));

        desk.answers(1, 3, null, NOW);

        assertThat(desk.count("true")).isEqualTo(1);
    }

    @Test
    void opensACaseForALargeDropAndForWordsThatAlarm() throws IOException {
        var desk = new TestDesk(content, PLAIN + """
                opens: [{ score-at-most: 2 }, { drop-at-least: 3 }, { words: [kündig] }]
                """);
        desk.answers(1, 10, null, NOW.minus(Duration.ofDays(90)));

        desk.answers(1, 7, null, NOW);
        desk.answers(2, 8, "Ich werde Kündigung einreichen.", NOW);
        desk.answers(3, 8, "Aufkündigung? Nein.", NOW);

        assertThat(desk.count("customer_id = 1")).isEqualTo(1);
        assertThat(desk.count("customer_id = 2")).isEqualTo(1);
        assertThat(desk.count("customer_id = 3")).isZero();
    }

    @Test
    void opensCasesOfCertainCustomersAtOtherScores() throws IOException {
        var desk = new TestDesk(content, PLAIN + """
                opens: [{ attribute: tier, is: A, score-at-most: 8 }, { segment: vip, wants-call: true }, { score-at-most: 2 }]
                """);
        desk.segments.save("vip", "{ attribute: vip, is: yes }", NOW);
        var large = desk.customerWith("{\"tier\": \"A\"}");
        var small = desk.customerWith("{\"tier\": \"B\"}");
        var vip = desk.customerWith("{\"vip\": \"yes\"}");

        desk.answers(large, 8, null, NOW);
        desk.answers(small, 8, null, NOW);
        desk.answers(vip, 8, null, NOW);
        desk.answers(small, 1, null, NOW);

        assertThat(desk.count("customer_id = " + large)).isEqualTo(1);
        assertThat(desk.count("customer_id = " + small + " and score = 1")).isEqualTo(1);
        assertThat(desk.count("true")).isEqualTo(2);
    }

    @Test
    void exemptsCertainCustomersFromTheLot() throws IOException {
        var desk = new TestDesk(content, PLAIN + """
                hold-back: { share: 50%, for: 30d, never: [{ segment: vip }, { attribute: tier, is: A }] }
                """);
        desk.segments.save("vip", "{ attribute: vip, is: yes }", NOW);

        for (var n = 0; n < 20; n++) {
            desk.say(desk.customerWith("{\"vip\": \"yes\"}"), 3, null, NOW);
            desk.say(desk.customerWith("{\"tier\": \"A\"}"), 3, null, NOW);
            desk.say(desk.customerWith("{}"), 3, null, NOW);
        }
        desk.opening.open(NOW);

        assertThat(desk.count("arm = 'exempt' and state = 'NEW'")).isEqualTo(40);
        assertThat(desk.count("arm = 'held'")).isBetween(1L, 19L);
    }

    @Test
    void knowsNobodyOfASegmentThatIsYetToBeSaved() throws IOException {
        var desk = new TestDesk(content, PLAIN + "opens: [{ segment: vip }]\n");
        var vip = desk.customerWith("{\"vip\": \"yes\"}");
        desk.answers(vip, 9, null, NOW);
        assertThat(desk.count("true")).isZero();

        desk.segments.save("vip", "{ attribute: vip, is: yes }", NOW);
        desk.opening.open(NOW.plusSeconds(1));

        assertThat(desk.count("true")).isEqualTo(1);
    }

    @Test
    void opensCasesWhereAndWhenTheCampaignSays() throws IOException {
        var desk = new TestDesk(content, PLAIN.replace("within: 8h", "touchpoints: [other]"));
        desk.campaign("follow-up: { passive: { case: service, within: 2h }, detractor: { case: gone } }\n");

        desk.answers(1, 8, null, NOW);
        desk.answers(2, 10, null, NOW);
        desk.answers(3, 2, null, NOW);

        assertThat(desk.only().clock().dueAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(desk.only().score()).isEqualTo(8);
    }

    @Test
    void opensCasesOfADeskThatIsGoneWhereTheTouchpointIsCaredFor() throws IOException {
        var desk = new TestDesk(content, PLAIN);
        desk.campaign("follow-up: { promoter: { case: gone } }\n");

        desk.answers(1, 10, null, NOW);

        assertThat(desk.only().desk()).isEqualTo("service");
    }

    @Test
    void keepsAShareWaitingByLotButNoneThatIsTooSevere() throws IOException {
        var desk = new TestDesk(content, PLAIN + """
                hold-back: { share: 50%, for: 30d, never: [{ score-at-most: 0 }] }
                """);

        for (var customer = 1; customer <= 200; customer++) {
            desk.say(customer, customer % 4 == 0 ? 0 : 4, null, NOW);
        }
        desk.opening.open(NOW);

        assertThat(desk.count("arm = 'exempt' and state = 'NEW' and score = 0")).isEqualTo(50);
        assertThat(desk.count("arm = 'held' and state = 'HELD' and due_at is null"))
                .isBetween(50L, 100L);
        assertThat(desk.count("arm <> 'exempt'")).isEqualTo(150);
        assertThat(desk.count("(arm = 'held') <> (lot < 5000) and arm <> 'exempt'"))
                .isZero();
    }

    @Test
    void letsThoseWhoWaitedIntoTheQueueWhenTheirTimeIsOver() throws IOException {
        var desk = new TestDesk(content, PLAIN + "hold-back: { share: 50%, for: 30d }\n");
        for (var customer = 1; customer <= 20; customer++) {
            desk.say(customer, 4, null, NOW);
        }
        desk.opening.open(NOW);
        var held = desk.count("state = 'HELD'");

        desk.cases.tend(NOW.plus(Duration.ofDays(29)));
        assertThat(desk.count("state = 'HELD'")).isEqualTo(held).isPositive();
        desk.cases.tend(NOW.plus(Duration.ofDays(30)));

        assertThat(desk.count("state = 'HELD'")).isZero();
        assertThat(desk.count("arm = 'held' and state = 'NEW' and due_at > opened_at + interval '30 days'"))
                .isEqualTo(held);
    }
}
