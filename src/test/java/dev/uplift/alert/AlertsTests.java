package dev.uplift.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.email.TestRelay;
import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import dev.uplift.impact.FollowedCases;
import dev.uplift.platform.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlertsTests {

    /** A Tuesday, nine o'clock in Berlin. */
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    private static final String OVERDUE = """
            name: { de: Zu spät, en: Too late }
            to: [board@nordwerk.example]
            language: en
            when: { cases-overdue: { desk: service, more-than: 2 } }
            """;

    private final JdbcClient jdbc = TestDatabase.empty();
    private final FollowedCases cases = new FollowedCases(jdbc, "service");
    private final TestRelay relay = new TestRelay();

    @TempDir
    private Path content;

    @BeforeEach
    void survey() throws IOException {
        var file = content.resolve("campaigns/surveys/nps-service.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                metric: nps
                kind: transactional
                touchpoint: service
                occasion: { de: Service, en: Service }
                reasons: { de: [Preis], en: [Price] }
                """);
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void tellsLeadersOnceHoweverOftenAndOnHoweverManyNodesItLooks() {
        var node = node(OVERDUE);
        var other = new TestAlerts(jdbc, content, relay.channel());
        cases.opened("follow-up", 1, 3, NOW.minusSeconds(60));

        node.wake(NOW);
        other.wake(NOW);
        node.wake(NOW.plusSeconds(60));
        other.wake(NOW.plus(Duration.ofDays(6)));

        assertThat(relay.mails()).hasSize(1);
        assertThat(relay.text(0))
                .contains("To: board@nordwerk.example", "Subject: Cases overdue: Too late")
                .contains("3 cases of service wait too long", "https://uplift.example/alerts/1")
                .contains("Message-ID: <", "Auto-Submitted: auto-generated")
                .doesNotContain("List-Unsubscribe");
        assertThat(node.notices.list()).hasSize(1);
    }

    @Test
    void isSilentWhileNothingIsWrong() {
        var node = node(OVERDUE);
        cases.opened("follow-up", 1, 2, NOW.minusSeconds(60));

        node.wake(NOW);

        assertThat(relay.mails()).isEmpty();
        assertThat(node.notices.list()).isEmpty();
    }

    @Test
    void tellsAgainWhatGotMuchWorseOrWhatHasLastedLong() {
        var node = node(OVERDUE);
        cases.opened("follow-up", 1, 3, NOW.minusSeconds(60));
        node.wake(NOW);

        cases.opened("follow-up", 11, 13, NOW.minusSeconds(50));
        node.wake(NOW.plusSeconds(60));
        assertThat(relay.mails()).hasSize(2);
        node.wake(NOW.plus(Duration.ofDays(7)).plusSeconds(60));

        assertThat(relay.mails()).hasSize(3);
        assertThat(node.notices.list()).hasSize(1);
        assertThat(node.notices.events(1))
                .extracting(Notices.Event::what)
                .containsExactly("RAISED", "MAILED", "REPEATED", "MAILED", "REPEATED", "MAILED");
    }

    @Test
    void staysSilentAfterSomebodyTookNoteUntilItsTimeIsOver() {
        var node = node(OVERDUE);
        cases.opened("follow-up", 1, 3, NOW.minusSeconds(60));
        node.wake(NOW);

        assertThat(node.notices.acknowledge(1, "lena", NOW.plusSeconds(60))).isTrue();
        assertThat(node.notices.acknowledge(1, "otto", NOW.plusSeconds(61))).isFalse();
        node.wake(NOW.plus(Duration.ofDays(6)));
        assertThat(relay.mails()).hasSize(1);
        node.wake(NOW.plus(Duration.ofDays(7)));

        assertThat(relay.mails()).hasSize(2);
        assertThat(node.notices.list()).extracting(Notice::acknowledgedBy).containsExactly(null, "lena");
    }

    @Test
    void collectsForADigest() {
        var node = node(OVERDUE.replace("cases-overdue: { desk: service, more-than: 2 }", "case: { score-at-most: 2 }")
                + "digest: daily 10:00\n");
        cases.opened("follow-up", 1, 2, NOW.minusSeconds(60));
        node.wake(NOW);
        cases.opened("follow-up", 3, 3, NOW.plusSeconds(60));
        node.wake(NOW.plusSeconds(120));
        assertThat(relay.mails()).isEmpty();

        node.wake(NOW.plus(Duration.ofHours(1)));
        node.wake(NOW.plus(Duration.ofHours(2)));

        assertThat(relay.mails()).hasSize(1);
        assertThat(relay.text(0)).contains("3 alerts", "Case 1 at service: answer 2", "Case 3 at service: answer 2");
    }

    @Test
    void wakesNobodyForNoise() {
        var node = node(OVERDUE.replace(
                "cases-overdue: { desk: service, more-than: 2 }", "score-below: { points: 0, answers: 40 }"));
        cases.answered("nps-service", 1, 22, 0, 18, NOW.minusSeconds(3600));
        node.wake(NOW);
        assertThat(relay.mails()).isEmpty();

        cases.answered("nps-service", 101, 60, 0, 0, NOW.minusSeconds(1800));
        node.wake(NOW.plusSeconds(60));

        assertThat(relay.mails()).hasSize(1);
        assertThat(relay.text(0)).contains("NPS: -64 from 100 answers", "is below 0");
    }

    @Test
    void saysThatSendingStopped() {
        var node = node(OVERDUE.replace("cases-overdue: { desk: service, more-than: 2 }", "sending-stopped: true")
                .replace("language: en", "language: de"));
        node.holds.hold("Wrong price", new Actor("otto", Role.ADMIN), NOW);

        node.wake(NOW);
        node.wake(NOW.plusSeconds(60));

        assertThat(relay.mails()).hasSize(1);
        assertThat(relay.text(0))
                .contains("Der Versand ist angehalten", "Zur Kenntnis nehmen")
                .doesNotContain("Wrong price");
    }

    @Test
    void triesAgainWhatTheRelayRefusedForNow() {
        var node = node(OVERDUE);
        cases.opened("follow-up", 1, 3, NOW.minusSeconds(60));
        relay.refuseForNow();
        node.wake(NOW);
        assertThat(relay.mails()).isEmpty();

        relay.behave();
        node.wake(NOW.plusSeconds(240));

        assertThat(relay.mails()).hasSize(1);
        assertThat(node.notices.stuck()).isEmpty();
    }

    @Test
    void neverSendsTwiceWhatMayHaveArrivedAndShowsIt() {
        var node = node(OVERDUE);
        cases.opened("follow-up", 1, 3, NOW.minusSeconds(60));
        relay.breakAfterTheMail();
        node.wake(NOW);
        relay.behave();

        node.wake(NOW.plusSeconds(3600));

        assertThat(node.notices.stuck()).extracting(Notices.StuckMail::state).containsExactly("UNKNOWN");
        assertThat(relay.mails()).hasSizeLessThan(2);
    }

    @Test
    void callsTheOutcomeUnknownWhenANodeDiedWhileHandingOver() {
        var node = node(OVERDUE);
        cases.opened("follow-up", 1, 3, NOW.minusSeconds(60));
        node.raising.look(NOW);
        relay.refuseForNow();
        node.posting.post(NOW);
        relay.behave();
        jdbc.sql("update alert.mail set state = 'SENDING'").update();

        node.wake(NOW.plus(Duration.ofMinutes(14)));
        assertThat(node.notices.stuck()).isEmpty();
        node.wake(NOW.plus(Duration.ofMinutes(16)));

        assertThat(node.notices.stuck()).extracting(Notices.StuckMail::state).containsExactly("UNKNOWN");
        assertThat(relay.mails()).isEmpty();
    }

    @Test
    void reportsMistakesInAFileByLineAndColumn() {
        var node = node("""
                name: { de: Zu spät, en: Too late }
                to: [board]
                when: { cases-overdue: { desk: service } }
                digest: hourly
                """);

        assertThat(node.alerts.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.what())
                .containsExactly(
                        "2:6 'board' is not a valid value for 'to'.",
                        "3:24 'more-than' is missing.",
                        "4:9 'hourly' is not a valid value for 'digest'.");
        assertThat(node.alerts.all()).isEmpty();
    }

    private TestAlerts node(String file) {
        TestAlerts.file(content, "late", file);
        return new TestAlerts(jdbc, content, relay.channel());
    }
}
