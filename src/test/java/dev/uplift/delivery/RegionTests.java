package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.message.Message;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTests {

    private static final SendResult REGION_OFF = new SendResult.Deferred("twilio", "21408", "region off", true);

    private final LedgerFixture ledger = new LedgerFixture();

    @ParameterizedTest
    @CsvSource({
        "+4915112345678, +49",
        "+436641234567, +43",
        "+41791234567, +41",
        "+12025550123, +1",
        "+79161234567, +7",
        "+420601123456, +420",
        "+352621123456, +352",
        "+8613912345678, +86",
        "+9715012345678, +971",
        "015112345678, ''"
    })
    void knowsTheCountryOfANumber(String phone, String country) {
        assertThat(ledger.jdbc
                        .sql("select delivery.domain(:phone, 'sms')")
                        .param("phone", phone)
                        .query(String.class)
                        .single())
                .isEqualTo(country);
    }

    @Test
    void letsACountryRestAndSendsToOthers() {
        var swiss = sms("anna", "+41791234567");
        var german = sms("bert", "+4915112345678");

        ledger.paces.rest(List.of(refused("+41790000001")), NOW);

        assertThat(ledger.paces.resting(NOW)).extracting(Rest::domain).containsExactly("+41");
        assertThat(claimed()).containsExactly(german);
        assertThat(ledger.claims.due(NOW)).noneMatch(stream -> stream.domain() != null);
        assertThat(ledger.claims.due(NOW.plus(Duration.ofMinutes(2))))
                .filteredOn(stream -> stream.channel() == Medium.SMS)
                .extracting(Stream::domain)
                .containsExactly(new Domain("+41", 0));
        assertThat(ledger.state(swiss)).isEqualTo("PLANNED");
    }

    private List<SendId> claimed() {
        return ledger.claims.due(NOW).stream()
                .filter(stream -> stream.channel() == Medium.SMS)
                .flatMap(stream -> ledger.claims.claim(stream, Place.START, ledger.worker.id(), NOW, 10).stream())
                .map(Send::id)
                .toList();
    }

    private SendId sms(String customer, String phone) {
        var id = ledger.customer(customer);
        var send = ledger.planned(id, 1, "message", "service");
        ledger.jdbc
                .sql("update audience.customer set phone = :phone where id = :id")
                .param("phone", phone)
                .param("id", id)
                .update();
        ledger.jdbc
                .sql("update delivery.send set channel = 'sms' where id = :id")
                .param("id", send.value())
                .update();
        ledger.jdbc
                .sql(
                        "update delivery.due set channel = 'sms', domain = delivery.domain_of(:customer, 'sms') where send_id = :id")
                .param("customer", id)
                .param("id", send.value())
                .update();
        return send;
    }

    private Try refused(String phone) {
        var message = new Message(Medium.SMS, null, null, "Text", "de", "hash");
        var send = new SendId(UUID.randomUUID());
        var outbound = new Outbound(send, 1, phone, message, Purpose.SERVICE, "http://localhost/u/x", "bills");
        return new Try(ledger.worker.id(), outbound, REGION_OFF, NOW, NOW);
    }
}
