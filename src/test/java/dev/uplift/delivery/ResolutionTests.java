package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.campaign.IllegalState;
import dev.uplift.identity.Actor;
import dev.uplift.identity.AuditLog;
import dev.uplift.identity.Role;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class ResolutionTests {

    private static final Actor LENA = new Actor("lena", Role.MARKETER);
    private static final Actor MARIA = new Actor("maria", Role.MANAGER);

    private final LedgerFixture ledger = new LedgerFixture();
    private final Unknowns unknowns = new Unknowns(ledger.jdbc);
    private final Resolution resolution = new Resolution(
            new Resends(ledger.jdbc),
            ledger.receipts,
            ledger.requeue,
            new AuditLog(ledger.jdbc, new DataSourceTransactionManager(TestDatabase.source()), Clock.systemUTC()));

    @ParameterizedTest
    @CsvSource({"true, DELIVERED, send.arrived", "false, UNDELIVERED, send.not-arrived"})
    void settlesByTheEvidenceOfAPerson(boolean arrived, String state, String action) {
        var send = ledger.tried("anna", "marketing", "email", "UNKNOWN", 1);

        in(() -> resolution.settle(send, arrived, "She called.", LENA, NOW));

        assertThat(ledger.state(send)).isEqualTo(state);
        assertThat(one("select note from delivery.receipt")).isEqualTo("She called.");
        assertThat(one("select actor || ' ' || action from identity.audit")).isEqualTo("lena " + action);
        assertThat(unknowns.of("bills", NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void settlesNothingWithoutEvidence(String evidence) {
        var send = ledger.tried("anna", "marketing", "email", "UNKNOWN", 1);

        assertThatThrownBy(() -> resolution.settle(send, true, evidence, LENA, NOW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("how you know");
        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTED", "DELIVERED", "PLANNED", "SENDING", "REJECTED"})
    void settlesOnlyWhatIsUnknown(String state) {
        var send = ledger.tried("anna", "marketing", "email", state, 1);

        assertThatThrownBy(() -> resolution.settle(send, true, "She called.", LENA, NOW))
                .isInstanceOf(IllegalState.class)
                .hasMessageContaining(state);
        assertThatThrownBy(() -> resolution.ask(send, "Important", LENA, NOW)).isInstanceOf(IllegalState.class);
    }

    @Test
    void sendsAgainWhatTwoPeopleWant() {
        var send = ledger.tried("anna", "marketing", "email", "UNKNOWN", 1);
        ledger.jdbc.sql("update campaign.execution set state = 'FINISHED'").update();

        in(() -> resolution.ask(send, "It is her contract.", LENA, NOW));
        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
        assertThat(unknowns.of("bills", NOW)).singleElement().satisfies(row -> {
            assertThat(row.askedBy()).isEqualTo("lena");
            assertThat(row.why()).isEqualTo("It is her contract.");
        });
        in(() -> resolution.approve(send, MARIA, NOW.plus(Duration.ofDays(30))));

        assertThat(ledger.state(send)).isEqualTo("PLANNED");
        assertThat(ledger.value(send, "attempt")).isEqualTo("1");
        assertThat(one("select cause from delivery.requeued")).isEqualTo("RESEND");
        assertThat(one("select asked_by || ' ' || approved_by from delivery.resend_request"
                        + " join delivery.resend_approval using (send_id, attempt)"))
                .isEqualTo("lena maria");
        assertThat(one("select string_agg(actor || ' ' || action, ', ' order by id) from identity.audit"))
                .isEqualTo("lena send.resend.ask, maria send.resend.approve");
    }

    @Test
    void needsTwoDifferentPeople() {
        var send = ledger.tried("anna", "marketing", "email", "UNKNOWN", 1);

        refuses(send, MARIA, "Nobody has asked");
        in(() -> resolution.ask(send, "Important", MARIA, NOW));
        refuses(send, MARIA, "Another person must approve");

        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
        assertThatThrownBy(() -> in(() -> resolution.ask(send, "Me too", LENA, NOW)))
                .isInstanceOf(IllegalState.class)
                .hasMessageContaining("asked already");
    }

    @Test
    void sendsNothingOfACancelledCampaignAgain() {
        var send = ledger.tried("anna", "marketing", "email", "UNKNOWN", 1);
        ledger.jdbc.sql("update campaign.execution set state = 'CANCELLED'").update();
        in(() -> resolution.ask(send, "Important", LENA, NOW));

        refuses(send, MARIA, "cancelled");

        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
        assertThat(one("select count(*)::text from delivery.resend_approval")).isEqualTo("0");
    }

    @Test
    void callsAnUnknownFinalAfterThreeDays() {
        ledger.tried("anna", "marketing", "email", "UNKNOWN", 1);

        assertThat(unknowns.of("bills", NOW.plus(Duration.ofHours(71))))
                .extracting(Unknown::decided)
                .containsExactly(false);
        assertThat(unknowns.of("bills", NOW.plus(Duration.ofHours(73))))
                .extracting(Unknown::decided)
                .containsExactly(true);
        assertThat(unknowns.count("bills")).isOne();
        assertThat(unknowns.count("other")).isZero();
    }

    private void refuses(SendId send, Actor actor, String why) {
        assertThatThrownBy(() -> in(() -> resolution.approve(send, actor, NOW)))
                .isInstanceOf(IllegalState.class)
                .hasMessageContaining(why);
    }

    private void in(Runnable step) {
        ledger.transaction.executeWithoutResult(status -> step.run());
    }

    private String one(String sql) {
        return ledger.jdbc.sql(sql).query(String.class).single();
    }
}
