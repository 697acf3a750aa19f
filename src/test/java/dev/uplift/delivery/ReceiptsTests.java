package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Receipt;
import dev.uplift.channel.Statement;
import dev.uplift.channel.Statement.Fault;
import dev.uplift.platform.SendId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTests {

    private final LedgerFixture ledger = new LedgerFixture();

    /** 24 orders, each event three times, applied after every single one or only at the end. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endInTheSameStateInEveryOrderHoweverOftenTheyCome(boolean atOnce) {
        var events = List.of("queued", "sent", "undelivered", "delivered");
        for (var order : Orders.of(events)) {
            var send = ledger.tried("anna" + order, "service", "sms", "UNKNOWN", 1);
            for (var event : order) {
                for (var times = 0; times < 3; times++) {
                    ledger.receipts.keep(receipt(send, 1, event, null));
                }
                if (atOnce) {
                    ledger.receipts.apply(NOW);
                }
            }
            ledger.receipts.apply(NOW);

            assertThat(ledger.state(send)).as("%s", order).isEqualTo("DELIVERED");
        }
    }

    /** A failure that would be tried again must not be, whatever came first, once it is known to have arrived. */
    @Test
    void neverRepeatWhatArrivedInAnyOrder() {
        for (var order : Orders.of(List.of("queued", "sent", "undelivered", "delivered"))) {
            var send = ledger.tried("ben" + order, "service", "sms", "ACCEPTED", 1);
            for (var event : order) {
                var fault = event.equals("undelivered") ? Fault.UNREACHABLE : null;
                ledger.receipts.keep(receipt(send, 1, event, fault));
                ledger.receipts.apply(NOW);
            }

            assertThat(ledger.state(send)).as("%s", order).isEqualTo("DELIVERED");
        }
    }

    @Test
    void waitForTheOutcomeOfTheAttempt() {
        var send = ledger.tried("anna", "service", "sms", "SENDING", 1);
        ledger.receipts.keep(receipt(send, 1, "delivered", null));

        assertThat(ledger.receipts.apply(NOW)).isZero();
        assertThat(ledger.state(send)).isEqualTo("SENDING");
        set(send, "UNKNOWN", 1);
        ledger.receipts.apply(NOW);

        assertThat(ledger.state(send)).isEqualTo("DELIVERED");
    }

    @Test
    void ofTheFirstAttemptDoNotSettleTheSecond() {
        var send = ledger.tried("anna", "service", "sms", "UNKNOWN", 2);

        ledger.receipts.keep(receipt(send, 1, "delivered", null));
        ledger.receipts.apply(NOW);

        assertThat(ledger.state(send)).isEqualTo("UNKNOWN");
    }

    @Test
    void stopARepeatThatStillWaits() {
        var send = ledger.tried("anna", "service", "sms", "PLANNED", 1);

        ledger.receipts.keep(receipt(send, 1, "delivered", null));
        ledger.receipts.apply(NOW);

        assertThat(ledger.state(send)).isEqualTo("DELIVERED");
    }

    @Test
    void aboutAnUnknownSendStayParked() {
        ledger.receipts.keep(receipt(new SendId(UUID.randomUUID()), 1, "delivered", null));

        assertThat(ledger.receipts.apply(NOW)).isZero();
        assertThat(count("select count(*) from delivery.receipt where applied_at is null"))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({"OVERFLOW, 15, 5", "TOO_OLD, 60, 2", "UNREACHABLE, 1440, 2", "UNEXPLAINED, 60, 1"})
    void letTheUnsentBeTriedAgainButNotForEver(Fault fault, int minutes, int limit) {
        var send = ledger.tried("anna", "service", "sms", "ACCEPTED", 1);
        ledger.jdbc
                .sql("update delivery.send set expires_at = expires_at + interval '14 days'")
                .update();

        for (var attempt = 1; attempt <= limit; attempt++) {
            fail(send, attempt, fault);
            assertThat(ledger.state(send)).isEqualTo("PLANNED");
            assertThat(java.time.OffsetDateTime.parse(
                                    ledger.value(send, "to_char(not_before, 'YYYY-MM-DD\"T\"HH24:MI:SSTZH:TZM')"))
                            .toInstant())
                    .isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
            set(send, "ACCEPTED", attempt + 1);
        }
        fail(send, limit + 1, fault);

        assertThat(ledger.state(send)).isEqualTo("UNDELIVERED");
        assertThat(ledger.value(send, "reason")).isEqualTo(fault.name());
    }

    @Test
    void letARunThatIsOverGoOn() {
        var send = ledger.tried("anna", "service", "sms", "ACCEPTED", 1);
        ledger.jdbc.sql("update campaign.execution set state = 'FINISHED'").update();
        ledger.jdbc.sql("update campaign.campaign set state = 'FINISHED'").update();

        fail(send, 1, Fault.OVERFLOW);

        assertThat(ledger.state(send)).isEqualTo("PLANNED");
        assertThat(count("select count(*) from campaign.execution where state = 'RUNNING'"))
                .isOne();
        assertThat(campaign()).isEqualTo("LAUNCHED");
    }

    @Test
    void doNotReviveACancelledCampaign() {
        var send = ledger.tried("anna", "service", "sms", "ACCEPTED", 1);
        ledger.jdbc.sql("update campaign.execution set state = 'CANCELLED'").update();
        ledger.jdbc.sql("update campaign.campaign set state = 'CANCELLED'").update();

        fail(send, 1, Fault.OVERFLOW);

        assertThat(ledger.state(send)).isEqualTo("UNDELIVERED");
    }

    @ParameterizedTest
    @CsvSource({"BAD_ADDRESS", "OPTED_OUT"})
    void closeAnAddressForGood(Fault fault) {
        var send = ledger.tried("anna", "service", "sms", "ACCEPTED", 1);

        fail(send, 1, fault);

        assertThat(ledger.state(send)).isEqualTo("UNDELIVERED");
        assertThat(ledger.jdbc
                        .sql("select reason from consent.suppression where channel = 'sms'")
                        .query(String.class)
                        .list())
                .containsExactly(fault.name());
    }

    @Test
    void pauseACampaignWhoseSenderIsRefused() {
        fail(ledger.tried("anna", "service", "sms", "ACCEPTED", 1), 1, Fault.POLICY);

        assertThat(campaign()).isEqualTo("PAUSED");
        assertThat(count("select count(*) from consent.suppression")).isZero();
    }

    @Test
    void pauseACampaignOfWhichMoreThanTwoInAHundredAreFiltered() {
        var sends = new ArrayList<SendId>();
        for (var number = 0; number < 200; number++) {
            sends.add(ledger.tried("c" + number, "service", "sms", "ACCEPTED", 1));
        }

        sends.subList(0, 4).forEach(send -> fail(send, 1, Fault.FILTERED));
        assertThat(campaign()).isEqualTo("LAUNCHED");
        fail(sends.get(4), 1, Fault.FILTERED);

        assertThat(campaign()).isEqualTo("PAUSED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BLOCKED"})
    void onlyKeepWhatNothingFollowsFrom(Fault fault) {
        var send = ledger.tried("anna", "service", "sms", "ACCEPTED", 1);

        fail(send, 1, fault);

        assertThat(ledger.state(send)).isEqualTo("UNDELIVERED");
        assertThat(campaign()).isEqualTo("LAUNCHED");
        assertThat(count("select count(*) from consent.suppression")).isZero();
    }

    private void fail(SendId send, int attempt, Fault fault) {
        ledger.receipts.keep(receipt(send, attempt, "undelivered", fault));
        ledger.receipts.apply(NOW);
    }

    private void set(SendId send, String state, int attempt) {
        ledger.jdbc
                .sql("update delivery.send set state = :state, attempt = :attempt where id = :id")
                .param("state", state)
                .param("attempt", attempt)
                .param("id", send.value())
                .update();
    }

    private String campaign() {
        return ledger.jdbc
                .sql("select state from campaign.campaign")
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return ledger.jdbc.sql(sql).query(Long.class).single();
    }

    private static Receipt receipt(SendId send, int attempt, String event, @Nullable Fault fault) {
        var state = switch (event) {
            case "delivered" -> "DELIVERED";
            case "undelivered" -> "UNDELIVERED";
            default -> "ACCEPTED";
        };
        var sid = "SM" + send.value() + attempt;
        return new Receipt(
                new Statement("twilio", sid + ":" + event, sid, state, fault == null ? null : "30000", fault),
                send,
                attempt,
                NOW);
    }
}
