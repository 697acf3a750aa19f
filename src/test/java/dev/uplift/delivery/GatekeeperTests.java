package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatekeeperTests {

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void marksWhoMayGo() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");

        var admitted = ledger.admit(NOW);

        assertThat(admitted).containsExactly(send);
        assertThat(ledger.state(send)).isEqualTo("SENDING");
        assertThat(ledger.value(send, "attempt")).isEqualTo("1");
    }

    @Test
    void suppressesMarketingWithoutConsent() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "marketing");

        var admitted = ledger.admit(NOW);

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

        var admitted = ledger.admit(NOW);

        assertThat(admitted).isEmpty();
        assertThat(ledger.value(send, "reason")).isEqualTo("SUPPRESSED");
    }

    @Test
    void skipsASendWhoseAddressChangedAfterPlanning() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.jdbc
                .sql("update audience.customer set email = 'new@kunden.example', email_fp = 'new'")
                .update();

        assertThat(ledger.admit(NOW)).isEmpty();
        assertThat(ledger.value(send, "reason")).isEqualTo("ADDRESS_CHANGED");
    }

    @Test
    void letsASendExpireThatCameTooLate() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");

        assertThat(ledger.admit(NOW.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(ledger.state(send)).isEqualTo("EXPIRED");
    }

    @Test
    void marksNoMoreThanTheLimitsAllow() {
        IntStream.range(0, 10).forEach(n -> ledger.planned(ledger.customer("c" + n), 1, "message", "service"));
        var limits = List.of(new Limit("run:1", 100, List.of()), new Limit("provider:a", 0, List.of(2)));
        var claimed = ledger.claim(NOW, 10).stream().map(Send::id).toList();

        assertThat(ledger.gate.admit(claimed, ledger.worker.id(), true, limits, NOW))
                .hasSize(2);
        assertThat(ledger.pacer.room(limits, 10, NOW)).isZero();
        assertThat(ledger.pacer.room(limits, 10, NOW.plus(Duration.ofDays(1)))).isEqualTo(3);
        assertThat(ledger.claim(NOW, 10)).hasSize(8);
    }

    @Test
    void letsWhatWasHeldUpTakeAnotherShareOfTheSecondButNotOfTheDay() {
        var limits = List.of(new Limit("provider:a", 20, List.of(3)));
        IntStream.range(0, 3).forEach(n -> ledger.planned(ledger.customer("c" + n), 1, "message", "service"));
        var claimed = ledger.claim(NOW, 10).stream().map(Send::id).toList();
        assertThat(ledger.gate.admit(claimed, ledger.worker.id(), true, limits, NOW))
                .hasSize(1);

        assertThat(ledger.gate.again(limits, NOW)).isFalse();
        var later = NOW.plusMillis(100);
        assertThat(ledger.gate.again(limits, later)).isTrue();
        assertThat(ledger.gate.again(limits, later)).isFalse();
        assertThat(ledger.pacer.room(limits, 10, later)).isZero();

        for (var second = 1; second <= 2; second++) {
            var now = NOW.plusSeconds(second);
            var more = ledger.claim(now, 10).stream().map(Send::id).toList();
            assertThat(ledger.gate.admit(more, ledger.worker.id(), true, limits, now))
                    .hasSize(1);
        }
    }

    @Test
    void recordsTheMomentOfAGhost() {
        var customer = ledger.customer("anna");
        var ghost = ledger.planned(customer, 1, "message", "service", "hold-out");
        var survey = ledger.planned(customer, 2, "survey", "survey", "hold-out");

        var admitted = ledger.admit(NOW);

        assertThat(admitted).isEmpty();
        assertThat(ledger.state(ghost)).isEqualTo("GHOST");
        assertThat(ledger.value(ghost, "exposed_at")).isNotEqualTo("none");
        assertThat(ledger.claim(NOW.plus(Duration.ofDays(6)), 10)).isEmpty();
        assertThat(ledger.claim(NOW.plus(Duration.ofDays(7)), 10))
                .extracting(Send::id)
                .containsExactly(survey);
    }

    @Test
    void putsMarketingBackUntilTheQuietHoursAreOver() {
        var customer = ledger.customer("anna");
        ledger.allow(customer, "marketing");
        var send = ledger.planned(customer, 1, "message", "marketing");

        var night = Instant.parse("2026-06-09T21:00:00Z");
        var admitted = ledger.admit(night);

        assertThat(admitted).isEmpty();
        assertThat(ledger.state(send)).isEqualTo("PLANNED");
        assertThat(ledger.claims.nextDue()).contains(Instant.parse("2026-06-10T07:00:00Z"));
    }

    @Test
    void skipsMarketingBeyondTheContactCap() {
        var customer = ledger.customer("anna");
        ledger.allow(customer, "marketing");
        for (int step = 1; step <= 4; step++) {
            ledger.expose(ledger.planned(customer, step, "message", "marketing"));
        }
        var fifth = ledger.planned(customer, 5, "message", "marketing");

        ledger.admit(NOW);

        assertThat(ledger.state(fifth)).isEqualTo("SKIPPED");
        assertThat(ledger.value(fifth, "reason")).isEqualTo("CONTACT_CAP");
    }

    @Test
    void remindsNobodyWhoHasAnsweredAnonymously() {
        var customer = ledger.customer("anna");
        ledger.allow(customer, "survey");
        var survey = ledger.planned(customer, 1, "survey", "survey");
        ledger.expose(survey);
        Answering.confirm(ledger, survey, 9, NOW);
        ledger.jdbc
                .sql("insert into survey.used select invitation_id from survey.response_event")
                .update();
        ledger.jdbc.sql("delete from survey.response_event").update();
        var reminder = ledger.planned(customer, 2, "reminder", "survey");

        ledger.admit(NOW);

        assertThat(ledger.value(reminder, "reason")).isEqualTo("ALREADY_ANSWERED");
    }

    @Test
    void asksByAnotherSurveyOfTheSameRunAfterAnAnswer() {
        var customer = ledger.customer("anna");
        ledger.allow(customer, "survey");
        var survey = ledger.planned(customer, 1, "survey", "survey");
        ledger.expose(survey);
        Answering.confirm(ledger, survey, 9, NOW);
        var other = ledger.planned(customer, 2, "survey", "survey");
        ledger.jdbc
                .sql("update delivery.send set template = 'other' where id = :id")
                .param("id", other.value())
                .update();

        ledger.admit(NOW);

        assertThat(ledger.value(other, "reason")).isEqualTo("none");
    }

    @Test
    void holdsTheSendsOfAPausedRun() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");
        var claimed = ledger.claim(NOW, 10);
        ledger.jdbc.sql("update campaign.execution set state = 'PAUSED'").update();

        var admitted = admit(claimed);

        assertThat(admitted).isEmpty();
        assertThat(ledger.state(send)).isEqualTo("PLANNED");
    }

    @Test
    void admitsNothingThatAnotherWorkerHolds() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        var claimed = ledger.claim(NOW, 10);
        ledger.jdbc.sql("update delivery.due set worker = 1").update();

        assertThat(admit(claimed)).isEmpty();
    }

    private Set<SendId> admit(List<Send> claimed) {
        return ledger.gate.admit(claimed.stream().map(Send::id).toList(), ledger.worker.id(), true, List.of(), NOW);
    }
}
