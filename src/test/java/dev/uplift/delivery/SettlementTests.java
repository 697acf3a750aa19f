package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.Receipt;
import dev.uplift.channel.SendResult;
import dev.uplift.channel.Statement;
import dev.uplift.message.Body;
import dev.uplift.message.Message;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementTests {

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void recordsAnAcceptedSendWithItsAttempt() {
        var send = sending("anna");

        settle(send, new SendResult.Accepted("relay", "queue-7", "250 ok"));

        assertThat(ledger.state(send)).isEqualTo("ACCEPTED");
        assertThat(ledger.jdbc
                        .sql("select provider_id from delivery.attempt")
                        .query(String.class)
                        .list())
                .containsExactly("queue-7");
    }

    @Test
    void triesADeferredSendAgainLater() {
        var send = sending("anna");

        settle(send, new SendResult.Deferred("relay", "451", "busy"));

        assertThat(ledger.state(send)).isEqualTo("DEFERRED");
        assertThat(ledger.claim(NOW, 10)).isEmpty();
        assertThat(ledger.claim(NOW.plus(Duration.ofMinutes(6)), 10))
                .extracting(Send::attempt)
                .containsExactly(2);
    }

    @Test
    void neverTriesAnUnknownSendAgain() {
        var send = sending("anna");

        settle(send, new SendResult.Unknown("relay", "connection lost"));

        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
        assertThat(ledger.claim(NOW.plus(Duration.ofDays(1)), 10)).isEmpty();
    }

    @Test
    void leavesUnknownBehindWhenAWorkerDiesWhileSending() {
        var send = sending("anna");
        var waiting = ledger.planned(ledger.customer("ben"), 1, "message", "service");
        ledger.claim(NOW, 10);
        ledger.worn(12345);

        ledger.reaper.settle(NOW);

        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
        assertThat(ledger.state(waiting)).isEqualTo("PLANNED");
        assertThat(ledger.claim(NOW, 10)).extracting(Send::id).containsExactly(waiting);
    }

    @Test
    void believesTheEvidenceOfAWorkerThatWasTakenForDead() {
        var send = sending("anna");
        var worker = ledger.worker.id();
        ledger.worn(12345);
        ledger.reaper.settle(NOW);
        ledger.jdbc
                .sql("update delivery.send set worker = :worker")
                .param("worker", worker)
                .update();

        settle(send, new SendResult.Accepted("relay", "queue-7", "250 ok"));

        assertThat(ledger.state(send)).isEqualTo("ACCEPTED");
    }

    @Test
    void sendsAgainWhatNeverLeftThoughItsWorkerWasTakenForDead() {
        var send = sending("anna");
        var worker = ledger.worker.id();
        ledger.worn(12345);
        ledger.reaper.settle(NOW);
        ledger.jdbc
                .sql("update delivery.send set worker = :worker")
                .param("worker", worker)
                .update();

        settle(send, Settlement.NOT_SENT);

        assertThat(ledger.claim(NOW, 10)).extracting(Send::id).containsExactly(send);
    }

    @Test
    void ignoresAnOutcomeForASendThatIsNoLongerOurs() {
        var send = sending("anna");
        ledger.jdbc
                .sql("update delivery.send set state = 'UNKNOWN', worker = null")
                .update();

        settle(send, new SendResult.Deferred("relay", "451", "busy"));

        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void endsInTheSameStateWhateverTheOrderOfReceipts(long seed) {
        var send = sending("anna");
        settle(send, new SendResult.Unknown("twilio", "timeout"));
        var states = new ArrayList<>(List.of("ACCEPTED", "DELIVERED", "DELIVERED", "ACCEPTED"));
        Collections.shuffle(states, new Random(seed));

        for (var state : states) {
            var said = new Statement("twilio", "SM1-" + state, "SM1", state, null, null);
            ledger.receipts.keep(new Receipt(said, send, 1, NOW));
            ledger.receipts.apply(NOW);
        }

        assertThat(ledger.state(send)).isEqualTo("DELIVERED");
    }

    @Test
    void recordsAGarbledAnswer() {
        var send = sending("anna");

        settle(send, new SendResult.Accepted("relay", "id\0", "250 \0 ok"));

        assertThat(ledger.state(send)).isEqualTo("ACCEPTED");
    }

    @Test
    void finishesARunWhenEverySendHasItsEndState() {
        var send = sending("anna");

        assertThat(ledger.closing.close(NOW)).isEmpty();
        settle(send, new SendResult.Accepted("relay", null, "250 ok"));

        assertThat(ledger.closing.close(NOW)).hasSize(1);
    }

    private SendId sending(String name) {
        var send = ledger.planned(ledger.customer(name), 1, "message", "service");
        ledger.admit(NOW);
        assertThat(ledger.state(send)).isEqualTo("SENDING");
        return send;
    }

    private void settle(SendId send, SendResult result) {
        var message = new Message(Medium.EMAIL, "Subject", Body.of("<p>Body</p>"), "Body", "de", "hash");
        var outbound =
                new Outbound(send, 1, "anna@kunden.example", message, Purpose.SERVICE, "http://localhost/u/x", "bills");
        ledger.settlement.settle(List.of(new Try(ledger.worker.id(), outbound, result, NOW, NOW)), NOW);
    }
}
