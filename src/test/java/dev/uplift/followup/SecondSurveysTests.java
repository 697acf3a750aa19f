package dev.uplift.followup;

import static dev.uplift.followup.TestDesk.NOW;
import static dev.uplift.followup.TestDesk.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.followup.CaseEvent.What;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondSurveysTests {

    private static final String AGAIN = "second-survey: { survey: nps-service, after: 21d }\n";
    private static final Instant THEN = NOW.plus(Duration.ofDays(21));

    @TempDir
    private Path content;

    @Test
    void asksFollowedUpAndHeldBackCustomersAlike() throws IOException {
        var desk = new TestDesk(content, PLAIN + AGAIN + "hold-back: { share: 50%, for: 30d }\n");
        for (var number = 0; number < 20; number++) {
            desk.answers(desk.customer("C" + number), 3, null, NOW);
        }

        desk.second.ask(THEN.minusSeconds(1));
        assertThat(sends(desk)).isZero();
        desk.second.ask(THEN);
        desk.second.ask(THEN.plusSeconds(1));

        assertThat(desk.count("arm = 'held'")).isBetween(1L, 19L);
        assertThat(sends(desk)).isEqualTo(20);
    }

    @Test
    void showsWhatTheCustomerSaysNow() throws IOException {
        var desk = opened();
        desk.second.ask(THEN);
        desk.becomes("ACCEPTED", null, THEN);
        desk.second.ask(THEN.plusSeconds(1));
        assertThat(second(desk).askedAt()).isEqualTo(THEN);

        desk.saysAgain(8, THEN.plusSeconds(60));
        desk.second.ask(THEN.plusSeconds(61));
        desk.second.ask(THEN.plusSeconds(62));

        assertThat(second(desk).score()).isEqualTo(8);
        assertThat(whats(desk)).containsExactly(What.OPENED, What.ASKED, What.ANSWERED);
    }

    @Test
    void notesWhyACustomerWasNotAsked() throws IOException {
        var desk = opened();
        desk.second.ask(THEN);
        desk.becomes("SUPPRESSED", "NO_CONSENT", THEN);

        desk.second.ask(THEN.plusSeconds(1));
        desk.second.ask(THEN.plusSeconds(2));

        assertThat(second(desk).refused()).isEqualTo("NO_CONSENT");
        assertThat(whats(desk)).containsExactly(What.OPENED, What.NOT_ASKED);
    }

    @Test
    void notesThatThereIsNoAddress() throws IOException {
        var desk = opened();
        desk.jdbc
                .sql("update audience.customer set email = null, email_fp = null")
                .update();

        desk.second.ask(THEN);

        assertThat(second(desk).refused()).isEqualTo("NO_ADDRESS");
        assertThat(sends(desk)).isZero();
    }

    @Test
    void opensACaseForALowSecondAnswerWithoutALotAndAsksNobodyAThirdTime() throws IOException {
        var desk = new TestDesk(content, PLAIN + AGAIN + "hold-back: { share: 50%, for: 30d }\n");
        desk.answers(desk.customer("Anna"), 3, null, NOW);
        desk.second.ask(THEN);
        desk.becomes("ACCEPTED", null, THEN);

        desk.saysAgain(2, THEN.plusSeconds(60));
        desk.opening.open(THEN.plusSeconds(61));
        desk.second.ask(THEN.plus(Duration.ofDays(22)));

        assertThat(desk.count("true")).isEqualTo(2);
        assertThat(desk.count("arm = 'exempt' and score = 2")).isEqualTo(1);
        assertThat(sends(desk)).isEqualTo(1);
    }

    @Test
    void asksNobodyOfALongGonePast() throws IOException {
        var desk = opened();

        desk.second.ask(THEN.plus(Duration.ofDays(8)));

        assertThat(sends(desk)).isZero();
    }

    private TestDesk opened() throws IOException {
        var desk = new TestDesk(content, PLAIN + AGAIN);
        desk.answers(desk.customer("Anna"), 3, null, NOW);
        return desk;
    }

    private static SecondAnswer second(TestDesk desk) {
        return desk.second.of(first(desk)).orElseThrow();
    }

    private static List<What> whats(TestDesk desk) {
        return desk.cases.events(first(desk)).stream().map(CaseEvent::what).toList();
    }

    private static long first(TestDesk desk) {
        return desk.jdbc
                .sql("select min(id) from followup.case")
                .query(Long.class)
                .single();
    }

    private static long sends(TestDesk desk) {
        return desk.jdbc
                .sql("select count(*) from delivery.send")
                .query(Long.class)
                .single();
    }
}
