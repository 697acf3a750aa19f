package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatekeeperTests {

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void marksWhoMayGo() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");

        var admitted = claimAndAdmit(NOW);

        assertThat(admitted).containsExactly(send);
        assertThat(ledger.state(send)).isEqualTo("SENDING");
        assertThat(ledger.value(send, "attempt")).isEqualTo("1");
    }

    @Test
    void suppressesMarketingWithoutConsent() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "marketing");

        var admitted = claimAndAdmit(NOW);

        assertThat(admitted).isEmpty();
        assertThat(ledger.state(send)).isEqualTo("SUPPRESSED");
        assertThat(ledger.value(send, "reason")).isEqualTo("NO_CONSENT");
    }

    @Test
    void suppressesAnAddressThatBouncedAfterPlanning() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.jdbc
                .sql(
                        "insert into consent.suppression select 'email', email_fp, 'BAD_ADDRESS', created_at from audience.customer")
                .update();

        var admitted = claimAndAdmit(NOW);

        assertThat(admitted).isEmpty();
        assertThat(ledger.value(send, "reason")).isEqualTo("SUPPRESSED");
    }

    @Test
    void recordsTheMomentOfAGhost() {
        var customer = ledger.customer("anna");
        var ghost = ledger.planned(customer, 1, "message", "service", "hold-out");
        var survey = ledger.planned(customer, 2, "survey", "survey", "hold-out");

        var admitted = claimAndAdmit(NOW);

        assertThat(admitted).isEmpty();
        assertThat(ledger.state(ghost)).isEqualTo("GHOST");
        assertThat(ledger.value(ghost, "exposed_at")).isNotEqualTo("none");
        assertThat(ledger.claims.claim(NOW.plus(Duration.ofDays(6)), 10)).isEmpty();
        assertThat(ledger.claims.claim(NOW.plus(Duration.ofDays(7)), 10))
                .extracting(Send::id)
                .containsExactly(survey);
    }

    @Test
    void putsMarketingBackUntilTheQuietHoursAreOver() {
        var customer = ledger.customer("anna");
        ledger.allow(customer, "marketing");
        var send = ledger.planned(customer, 1, "message", "marketing");

        var night = Instant.parse("2026-06-09T21:00:00Z");
        var admitted = claimAndAdmit(night);

        assertThat(admitted).isEmpty();
        assertThat(ledger.state(send)).isEqualTo("PLANNED");
        assertThat(ledger.claims.nextDue()).contains(Instant.parse("2026-06-10T07:00:00Z"));
    }

    @Test
    void skipsMarketingBeyondTheContactCap() {
        var customer = ledger.customer("anna");
        ledger.allow(customer, "marketing");
        for (int step = 1; step <= 4; step++) {
            expose(ledger.planned(customer, step, "message", "marketing"));
        }
        var fifth = ledger.planned(customer, 5, "message", "marketing");

        claimAndAdmit(NOW);

        assertThat(ledger.state(fifth)).isEqualTo("SKIPPED");
        assertThat(ledger.value(fifth, "reason")).isEqualTo("CONTACT_CAP");
    }

    @Test
    void remindsNobodyWhoHasAnswered() {
        var customer = ledger.customer("anna");
        ledger.allow(customer, "survey");
        var survey = ledger.planned(customer, 1, "survey", "survey");
        expose(survey);
        answer(survey);
        var reminder = ledger.planned(customer, 2, "reminder", "survey");

        claimAndAdmit(NOW);

        assertThat(ledger.value(reminder, "reason")).isEqualTo("ALREADY_ANSWERED");
    }

    @Test
    void holdsTheSendsOfAPausedRun() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");
        var claimed = ledger.claims.claim(NOW, 10);
        ledger.jdbc.sql("update campaign.execution set state = 'PAUSED'").update();

        var admitted = ledger.gate.admit(ids(claimed), NOW);

        assertThat(admitted).isEmpty();
        assertThat(ledger.state(send)).isEqualTo("PLANNED");
    }

    @Test
    void admitsNothingThatAnotherWorkerHolds() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        var claimed = ledger.claims.claim(NOW, 10);
        ledger.jdbc.sql("update delivery.send set worker = 1").update();

        assertThat(ledger.gate.admit(ids(claimed), NOW)).isEmpty();
    }

    private List<SendId> claimAndAdmit(Instant now) {
        return ledger.gate.admit(ids(ledger.claims.claim(now, 10)), now);
    }

    private static List<SendId> ids(List<Send> sends) {
        return sends.stream().map(Send::id).toList();
    }

    private void expose(SendId send) {
        ledger.jdbc
                .sql("update delivery.send set state = 'ACCEPTED', exposed_at = not_before where id = :id")
                .param("id", send.value())
                .update();
    }

    private void answer(SendId send) {
        ledger.jdbc
                .sql("""
                with invited as (
                    insert into survey.invitation (send_id, run_id, customer_id, survey_key, language, token_hash,
                                                   created_at, expires_at)
                    select id, run_id, customer_id, 'nps', 'de', convert_to(id::text, 'UTF8'), not_before, expires_at
                      from delivery.send where id = :id
                    returning id)
                insert into survey.response_event (invitation_id, type, score, language, at)
                select id, 'CONFIRMED', 9, 'de', :now from invited""")
                .param("id", send.value())
                .param("now", java.sql.Timestamp.from(NOW))
                .update();
    }
}
