package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceMailTests {

    private static final Instant LATER = NOW.plus(Duration.ofMinutes(11));

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void isTriedExactlyOnceMore() {
        var send = ledger.tried("anna", "service", "email", "UNKNOWN", 1);

        assertThat(mail(true).repeat(LATER)).isOne();
        assertThat(ledger.state(send)).isEqualTo("PLANNED");
        ledger.jdbc
                .sql("update delivery.send set state = 'UNKNOWN', attempt = 2, settled_at = '2026-06-09T12:30:00Z'")
                .update();
        assertThat(mail(true).repeat(LATER)).isZero();

        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"marketing, email", "survey, email", "service, sms", "marketing, sms"})
    void aloneIsRepeated(String purpose, String channel) {
        var send = ledger.tried("anna", purpose, channel, "UNKNOWN", 1);

        assertThat(mail(true).repeat(LATER)).isZero();
        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
    }

    @Test
    void waitsTenMinutesForEvidence() {
        ledger.tried("anna", "service", "email", "UNKNOWN", 1);

        assertThat(mail(true).repeat(NOW.plus(Duration.ofMinutes(9)))).isZero();
    }

    @Test
    void isNotRepeatedWhereThatIsSwitchedOff() {
        ledger.tried("anna", "service", "email", "UNKNOWN", 1);

        assertThat(mail(false).repeat(LATER)).isZero();
    }

    private ServiceMail mail(boolean atLeastOnce) {
        return new ServiceMail(ledger.jdbc, ledger.transaction, ledger.requeue, new SendingSettings(atLeastOnce));
    }
}
