package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DirectMessagesTests {

    private final LedgerFixture ledger = new LedgerFixture();
    private final DirectMessages messages = new DirectMessages(new DirectBook(ledger.jdbc), ledger.transaction);

    @Test
    void goesWhenItsTimeHasComeAndNotBefore() {
        var send = send(ledger.customer("anna"), "first");

        assertThat(ledger.admit(NOW.plusSeconds(29))).isEmpty();
        assertThat(ledger.admit(NOW.plusSeconds(30))).containsExactly(send);
        assertThat(ledger.state(send)).isEqualTo("SENDING");
    }

    @Test
    void isRefusedAtTheLastMomentWithItsReason() {
        var send = send(ledger.customer("anna"), "first");
        suppressAll();

        assertThat(ledger.admit(NOW.plusSeconds(30))).isEmpty();

        var found = messages.find(send).orElseThrow();
        assertThat(found.state()).isEqualTo("SUPPRESSED");
        assertThat(found.reason()).isEqualTo("SUPPRESSED");
        assertThat(found.customer()).isEqualTo("anna");
    }

    @Test
    void tellsBeforehandWhyItWouldBeRefused() {
        var anna = new CustomerId(ledger.customer("anna"));

        assertThat(messages.refusal(anna, Medium.EMAIL, Purpose.SERVICE)).isEmpty();
        assertThat(messages.refusal(anna, Medium.EMAIL, Purpose.SURVEY)).contains("NO_CONSENT");
        assertThat(messages.refusal(anna, Medium.SMS, Purpose.SERVICE)).contains("NO_ADDRESS");
        suppressAll();
        assertThat(messages.refusal(anna, Medium.EMAIL, Purpose.SERVICE)).contains("SUPPRESSED");
    }

    @Test
    void isOneSendForTheSameKeyHoweverManyAskAtOnce() throws Exception {
        var anna = ledger.customer("anna");
        var start = new CyclicBarrier(8);
        Callable<SendId> asking = () -> {
            start.await();
            return send(anna, "the same");
        };

        var pool = Executors.newFixedThreadPool(8);
        var sends = new HashSet<SendId>();
        for (var send : pool.invokeAll(Collections.nCopies(8, asking))) {
            sends.add(send.get());
        }
        pool.shutdown();

        assertThat(sends).hasSize(1);
        assertThat(rows("delivery.send")).isEqualTo(1);
        assertThat(rows("delivery.due")).isEqualTo(1);
    }

    @Test
    void canBeTakenBackUntilSomebodyHasClaimedIt() {
        var anna = ledger.customer("anna");
        var send = send(anna, "first");
        var late = send(anna, "second");

        assertThat(messages.cancel(send, NOW.plusSeconds(10))).isTrue();
        assertThat(ledger.admit(NOW.plusSeconds(30))).containsExactly(late);
        assertThat(messages.cancel(late, NOW.plusSeconds(31))).isFalse();
        assertThat(ledger.state(send)).isEqualTo("CANCELLED");
        assertThat(ledger.state(late)).isEqualTo("SENDING");
    }

    @Test
    void reachesTwoCustomersWhoShareAMailbox() {
        var anna = ledger.customer("anna");
        var ben = ledger.customer("ben");
        ledger.jdbc
                .sql("update audience.customer set email = 'both@kunden.example', email_fp = 'both'")
                .update();

        send(anna, "a1");
        send(ben, "b1");
        send(anna, "a2");
        send(ben, "b2");

        assertThat(ledger.admit(NOW.plusSeconds(30))).hasSize(4);
    }

    @Test
    void asksAgainAfterTheQuestionItRepeatsAndRestsFromOthers() {
        var anna = ledger.customer("anna");
        var ben = ledger.customer("ben");
        ledger.allow(anna, "survey");
        ledger.allow(ben, "survey");
        var first = asked(anna);
        asked(ben);

        var again = survey(anna, first);
        var other = survey(ben, first);

        assertThat(ledger.admit(NOW)).containsExactly(again);
        assertThat(ledger.value(other, "reason")).isEqualTo("SURVEY_REST");
    }

    @Test
    void keepsTheRunOfAllSingleMessagesOpen() {
        assertThat(ledger.closing.close(NOW)).extracting(run -> run.value()).doesNotContain(0L);
    }

    private SendId send(long customer, String key) {
        var message =
                DirectMessage.of(new CustomerId(customer), Medium.EMAIL, Purpose.SERVICE, "reply-sorry", Map.of());
        return messages.send(message, key, "agent", NOW.plusSeconds(30), NOW);
    }

    private SendId asked(long customer) {
        var send = ledger.planned(customer, 1, "survey", "survey");
        ledger.expose(send);
        return send;
    }

    private SendId survey(long customer, SendId first) {
        var message = DirectMessage.survey(new CustomerId(customer), Medium.EMAIL, "nps-service", first);
        return messages.send(message, "again:" + customer, "uplift", NOW.minus(Duration.ofMinutes(1)), NOW);
    }

    private void suppressAll() {
        ledger.jdbc
                .sql(
                        "insert into consent.suppression select 'email', email_fp, 'BAD_ADDRESS', created_at from audience.customer")
                .update();
    }

    private long rows(String table) {
        return ledger.jdbc
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
