package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.campaign.IllegalState;
import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.database.Patience;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class RetriesTests {

    private static final Actor LENA = new Actor("lena", Role.MARKETER);

    private final LedgerFixture ledger = new LedgerFixture();
    private final Retries retries = new Retries(
            ledger.jdbc,
            new Ledger(
                    ledger.jdbc,
                    new SendRows(ledger.jdbc),
                    ledger.receipts,
                    ledger.claims,
                    new UnsubscribeTokens(TestSecrets.secrets()),
                    ledger.awaited()),
            ledger.campaigns,
            ledger.audit,
            new Patience(new JdbcTemplate(TestDatabase.source())));

    @ParameterizedTest
    @CsvSource({
        "REJECTED, MESSAGE, 1",
        "REJECTED, POLICY, 1",
        "REJECTED, RENDERING, 1",
        "REJECTED, BAD_ADDRESS, 0",
        "REJECTED, OPTED_OUT, 0",
        "QUARANTINED, WORKER_DIED, 0",
        "UNKNOWN, WORKER_DIED, 0",
        "ACCEPTED, , 0",
        "SUPPRESSED, OBJECTED, 0",
        "EXPIRED, , 0"
    })
    void triesAgainWhatCanBeMended(String state, @Nullable String reason, int expected) {
        var send = ended("anna", state, reason);

        assertThat(retries.failed("bills", false)).isEqualTo(expected);
        assertThat(in(() -> retries.retryFailed("bills", false, LENA, NOW))).isEqualTo(expected);

        assertThat(ledger.state(send)).isEqualTo(expected == 1 ? "PLANNED" : state);
        assertThat(ledger.admit(NOW)).hasSize(expected);
    }

    @Test
    void writesWhatWasQuarantinedAloneAndOnlyForThoseWhoMay() {
        ended("anna", "QUARANTINED", "WORKER_DIED");

        assertThat(in(() -> retries.retryFailed("bills", true, LENA, NOW))).isEqualTo(1);

        assertThat(ledger.claim(NOW, 10)).extracting(Send::suspicion).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, , 1",
        "CANCELLED, , 1",
        "SKIPPED, CONTACT_CAP, 1",
        "SKIPPED, NO_WINDOW, 1",
        "SKIPPED, ADDRESS_CHANGED, 1",
        "SKIPPED, ALREADY_ANSWERED, 0",
        "SKIPPED, SURVEY_REST, 0",
        "SUPPRESSED, NO_CONSENT, 0",
        "REJECTED, MESSAGE, 0",
        "UNKNOWN, NO_REPLY, 0",
        "GHOST, , 0"
    })
    void plansAgainWhatNeverLeft(String state, @Nullable String reason, int expected) {
        var send = ended("anna", state, reason);

        assertThat(retries.unsent("bills")).isEqualTo(expected);
        assertThat(in(() -> retries.sendRest("bills", LENA, NOW))).isEqualTo(expected);

        assertThat(ledger.state(send)).isEqualTo(expected == 1 ? "PLANNED" : state);
    }

    @Test
    void doesNothingWhenAskedTwiceAndKeepsTheSum() {
        ended("anna", "EXPIRED", null);
        ended("berta", "ACCEPTED", null);

        assertThat(in(() -> retries.sendRest("bills", LENA, NOW))).isEqualTo(1);
        assertThat(in(() -> retries.sendRest("bills", LENA, NOW))).isZero();

        assertThat(one("select count(*)::text from delivery.send")).isEqualTo("2");
        assertThat(one("select count(*)::text from delivery.due")).isEqualTo("1");
        assertThat(one("select string_agg(actor || ' ' || action || ' ' || subject, ';') from identity.audit"))
                .isEqualTo("lena campaign.send-rest bills: 1 sends");
    }

    @Test
    void sendsToTheNewAddress() {
        var send = ended("anna", "SKIPPED", "ADDRESS_CHANGED");
        ledger.jdbc
                .sql("update audience.customer set email = 'new@kunden.example', email_fp = 'new'")
                .update();

        in(() -> retries.sendRest("bills", LENA, NOW));

        assertThat(ledger.admit(NOW)).containsExactly(send);
    }

    @Test
    void sendsNothingToAMailboxThatAnotherCustomerOfTheRunHas() {
        ended("anna", "ACCEPTED", null);
        var send = ended("berta", "SKIPPED", "ADDRESS_CHANGED");
        ledger.jdbc
                .sql("update audience.customer set email_fp = 'anna' where external_id = 'berta'")
                .update();

        assertThat(retries.unsent("bills")).isZero();
        assertThat(in(() -> retries.sendRest("bills", LENA, NOW))).isZero();
        assertThat(ledger.state(send)).isEqualTo("SKIPPED");
    }

    @Test
    void asksTheGateAgain() {
        var send = ended("anna", "EXPIRED", null);
        ledger.jdbc
                .sql(
                        "insert into consent.suppression select 'email', email_fp, 'BAD_ADDRESS', created_at from audience.customer")
                .update();

        in(() -> retries.sendRest("bills", LENA, NOW));

        assertThat(ledger.admit(NOW)).isEmpty();
        assertThat(ledger.state(send)).isEqualTo("SUPPRESSED");
    }

    @Test
    void sendsNoStepAfterALaterOne() {
        var customer = ledger.customer("anna");
        end(ledger.planned(customer, 1, "message", "service"), "EXPIRED", null);
        var survey = ledger.planned(customer, 2, "survey", "service");
        end(survey, "ACCEPTED", null);
        ledger.jdbc
                .sql("update delivery.send set exposed_at = settled_at where step = 2")
                .update();

        assertThat(in(() -> retries.sendRest("bills", LENA, NOW))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUNNING", "PAUSED", "FINISHED", "CANCELLED"})
    void opensARunThatIsOver(String state) {
        ended("anna", "CANCELLED", null);
        ledger.jdbc
                .sql("update campaign.execution set planned = true, state = '" + state + "'")
                .update();
        ledger.jdbc
                .sql("update campaign.campaign set state = '" + (state.equals("RUNNING") ? "LAUNCHED" : state) + "'")
                .update();

        assertThat(in(() -> retries.sendRest("bills", LENA, NOW))).isEqualTo(1);

        assertThat(one("select state from campaign.execution"))
                .isEqualTo(state.equals("PAUSED") ? "PAUSED" : "RUNNING");
        assertThat(one("select state from campaign.campaign"))
                .isEqualTo(state.equals("PAUSED") ? "PAUSED" : "LAUNCHED");
    }

    @Test
    void triesNothingAgainOfACancelledCampaign() {
        var send = ended("anna", "REJECTED", "POLICY");
        ledger.jdbc.sql("update campaign.execution set state = 'CANCELLED'").update();
        ledger.jdbc.sql("update campaign.campaign set state = 'CANCELLED'").update();

        assertThatThrownBy(() -> in(() -> retries.retryFailed("bills", false, LENA, NOW)))
                .isInstanceOf(IllegalState.class);
        assertThat(ledger.state(send)).isEqualTo("REJECTED");
    }

    @Test
    void opensARunThatWasClosedJustWhenSomethingWasPutBack() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.campaigns.finished(ledger.campaigns.runs("bills").get(0).id(), NOW);

        ledger.closing.close(NOW);

        assertThat(one("select state from campaign.execution")).isEqualTo("RUNNING");
    }

    private SendId ended(String name, String state, @Nullable String reason) {
        return end(ledger.planned(ledger.customer(name), 1, "message", "service"), state, reason);
    }

    private SendId end(SendId send, String state, @Nullable String reason) {
        ledger.jdbc
                .sql(
                        "update delivery.send set state = :state, reason = :reason, settled_at = not_before where id = :id")
                .param("state", state)
                .param("reason", reason)
                .param("id", send.value())
                .update();
        ledger.jdbc
                .sql("delete from delivery.due where send_id = :id")
                .param("id", send.value())
                .update();
        ledger.jdbc.sql("""
                insert into delivery.assignment select run_id, customer_id, arm, 1, not_before from delivery.send
                on conflict do nothing""").update();
        return send;
    }

    private int in(Supplier<Integer> step) {
        return java.util.Objects.requireNonNull(ledger.transaction.execute(status -> step.get()));
    }

    private String one(String sql) {
        return ledger.jdbc.sql(sql).query(String.class).single();
    }
}
