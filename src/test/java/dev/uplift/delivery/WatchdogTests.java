package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Lane;
import dev.uplift.identity.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WatchdogTests {

    private final LedgerFixture ledger = new LedgerFixture();
    private final Watchdog watchdog = new Watchdog(ledger.jdbc, ledger.pacer, ledger.paces, List.of(mail(List.of())));

    @Test
    void warnsOnceAboutARunThatDoesNotMoveAndAgainAfterAWhile(CapturedOutput output) {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");

        look(0, 1, 2, 3, 4);
        assertThat(watchdog.stuck()).isEmpty();

        look(5, 6, 7);
        assertThat(watchdog.stuck()).containsExactly(new Stuck("bills", 1, 1, NOW));
        assertThat(output).containsOnlyOnce("Campaign bills is stuck");

        look(20);
        assertThat(output.toString().split("Campaign bills is stuck", -1)).hasSize(3);
    }

    @Test
    void findsNothingWrongWhileSendsAreSettled() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        look(0);
        ledger.tried("berta", "service", "email", "ACCEPTED", 1);
        ledger.jdbc
                .sql("update delivery.send set settled_at = :at where settled_at is not null")
                .param("at", java.sql.Timestamp.from(minute(3)))
                .update();

        look(5, 6);

        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void forgetsARunThatMovesAgain() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.planned(ledger.customer("berta"), 1, "message", "service");
        look(0, 5);
        assertThat(watchdog.stuck()).hasSize(1);

        ledger.jdbc
                .sql("delete from delivery.due where send_id = :id")
                .param("id", send.value())
                .update();
        look(6);

        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void leavesHeldPausedAndFutureWorkAlone() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.holds.begin(Hold.Reason.OLDER, null, Actor.UPLIFT, NOW);
        look(0, 6);
        assertThat(watchdog.stuck()).isEmpty();

        ledger.holds.release(Actor.UPLIFT, NOW);
        ledger.jdbc.sql("update campaign.execution set state = 'PAUSED'").update();
        look(7, 13);
        assertThat(watchdog.stuck()).isEmpty();

        ledger.jdbc.sql("update campaign.execution set state = 'RUNNING'").update();
        ledger.jdbc
                .sql("update delivery.due set not_before = not_before + interval '1 day'")
                .update();
        look(14, 20);
        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void leavesAloneWhatWaitsForAnEarlierStepOrForItsPace() {
        var customer = ledger.customer("anna");
        var first = ledger.planned(customer, 1, "message", "service");
        ledger.planned(customer, 2, "survey", "service");
        ledger.jdbc
                .sql("update delivery.due set not_before = not_before + interval '1 day' where send_id = :id")
                .param("id", first.value())
                .update();
        look(0, 6);
        assertThat(watchdog.stuck()).isEmpty();

        ledger.planned(ledger.customer("berta"), 1, "message", "service");
        var paced = new Watchdog(ledger.jdbc, ledger.pacer, ledger.paces, List.of(mail(List.of(0))));
        for (var minute : new int[] {7, 13}) {
            paced.look(minute(minute));
        }
        assertThat(paced.stuck()).isEmpty();
    }

    @Test
    void leavesADomainAloneThatRestsUntilItDoesNot() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.jdbc.sql("update delivery.due set apart = true").update();
        ledger.jdbc
                .sql("""
                insert into delivery.bucket (key, tokens, filled_at, first_day, day, taken_today, rests, rests_until)
                values ('domain:kunden.example', 0, :now, '2026-06-09', '2026-06-09', 0, 1, :until)""")
                .param("now", java.sql.Timestamp.from(NOW))
                .param("until", java.sql.Timestamp.from(minute(10)))
                .update();

        look(0, 6);
        assertThat(watchdog.stuck()).isEmpty();
        look(16);
        assertThat(watchdog.stuck()).hasSize(1);
    }

    @Test
    void namesTheWorkersThatLive() {
        ledger.worker.id();
        ledger.jdbc
                .sql("insert into delivery.worker (id, name, session) values (7, 'process 7', 0)")
                .update();
        ledger.jdbc
                .sql("insert into delivery.worker (id, name, session, ended_at) values (8, 'gone', 0, now())")
                .update();

        assertThat(watchdog.workers())
                .extracting(Heartbeat::name)
                .contains("process 7")
                .doesNotContain("gone");
    }

    private void look(int... minutes) {
        for (var minute : minutes) {
            watchdog.look(minute(minute));
        }
    }

    private static Instant minute(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
    }

    /** Mail by a relay that allows so many a day. */
    private static Idle mail(List<Integer> daily) {
        return new Idle(Optional.of(new Lane("a", 1, 0, daily)));
    }
}
