package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.Receipt;
import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Cause;
import dev.uplift.channel.Statement;
import dev.uplift.channel.Statement.Fault;
import dev.uplift.consent.TestConsents;
import dev.uplift.message.Message;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestSecrets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetoursTests {

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void sendByMailWhatNoPhoneCanTake() {
        var send = sms("anna");

        saysThatThereIsNoSuchPhone(send, 1);

        assertThat(ledger.value(send, "channel")).isEqualTo("email");
        assertThat(ledger.jdbc
                        .sql("select channel || ' ' || domain || ' ' || urgent from delivery.due")
                        .query(String.class)
                        .single())
                .isEqualTo("email kunden.example true");
        assertThat(ledger.admit(NOW)).containsExactly(send);
    }

    @Test
    void followARefusalAsTheyFollowAReceipt() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.admit(NOW);
        set("channel = 'sms', template = 'saving-tips'");
        var message = new Message(Medium.SMS, null, null, "Text", "de", "hash");
        var outbound =
                new Outbound(send, 1, "+4915100000000", message, Purpose.SERVICE, "http://localhost/u/x", "bills");
        var refused = new SendResult.Rejected("twilio", "21211", "no such number", Cause.BAD_ADDRESS);

        outcomes().record(List.of(new Try(ledger.worker.id(), outbound, refused, NOW, NOW)), NOW);

        assertThat(ledger.state(send)).isEqualTo("PLANNED");
        assertThat(ledger.value(send, "channel")).isEqualTo("email");
        assertThat(ledger.admit(NOW)).containsExactly(send);
    }

    @Test
    void areTakenOnce() {
        var send = sms("anna");
        saysThatThereIsNoSuchPhone(send, 1);
        set("channel = 'sms', state = 'ACCEPTED', attempt = 2");
        ledger.jdbc.sql("delete from delivery.due").update();

        saysThatThereIsNoSuchPhone(send, 2);

        assertThat(ledger.state(send)).isEqualTo("UNDELIVERED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update delivery.send set template = 'some'",
                "update delivery.send set expires_at = not_before",
                "insert into consent.suppression select 'email', email_fp, 'OPTED_OUT', created_at from audience.customer",
                "insert into consent.standing select id, 'email', 'service', false, created_at from audience.customer",
                "update audience.customer set email = null, email_fp = null",
                "update campaign.execution set state = 'CANCELLED'"
            })
    void areNotTakenWhereNoneLeadsToTheCustomer(String obstacle) {
        var send = sms("anna");
        ledger.jdbc.sql(obstacle).update();

        saysThatThereIsNoSuchPhone(send, 1);

        assertThat(ledger.state(send)).isEqualTo("UNDELIVERED");
        assertThat(ledger.value(send, "channel")).isEqualTo("sms");
    }

    @Test
    void leadToNoMailboxThatAnotherCustomerOfTheRunHas() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        var send = sms("berta");
        ledger.jdbc
                .sql("update audience.customer set email_fp = 'anna' where external_id = 'berta'")
                .update();

        saysThatThereIsNoSuchPhone(send, 1);

        assertThat(ledger.state(send)).isEqualTo("UNDELIVERED");
    }

    @Test
    void openARunThatIsOver() {
        var send = sms("anna");
        ledger.campaigns.finished(ledger.campaigns.runs("bills").get(0).id(), NOW);

        saysThatThereIsNoSuchPhone(send, 1);

        assertThat(ledger.jdbc
                        .sql("select state from campaign.execution")
                        .query(String.class)
                        .single())
                .isEqualTo("RUNNING");
    }

    private SendId sms(String name) {
        var send = ledger.tried(name, "service", "sms", "ACCEPTED", 1);
        ledger.jdbc
                .sql("update delivery.send set template = 'saving-tips', address_fp = 'phone' where id = :id")
                .param("id", send.value())
                .update();
        ledger.jdbc.sql("delete from delivery.due").update();
        return send;
    }

    private void saysThatThereIsNoSuchPhone(SendId send, int attempt) {
        var said = new Statement("twilio", "SM" + attempt, "SM" + attempt, "UNDELIVERED", "30006", Fault.BAD_ADDRESS);
        ledger.receipts.keep(new Receipt(said, send, attempt, NOW));
        ledger.receipts.apply(NOW);
    }

    private void set(String values) {
        ledger.jdbc.sql("update delivery.send set " + values).update();
    }

    private Outcomes outcomes() {
        return new Outcomes(
                ledger.settlement,
                new BadAddresses(TestSecrets.secrets(), TestConsents.in(ledger.jdbc), ledger.detours),
                new PolicyStop(ledger.campaigns),
                ledger.paces);
    }
}
