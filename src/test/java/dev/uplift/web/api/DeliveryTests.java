package dev.uplift.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.audience.CustomerInput;
import dev.uplift.audience.EventInput;
import dev.uplift.audience.Upserted;
import dev.uplift.audience.Upserted.Rejected;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class DeliveryTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"externalId\":\"1\"},{\"externalId\":\"2\"}]",
                " [ {\"externalId\":\"1\"} ,\n {\"externalId\":\"2\"} ] ",
                "{\"externalId\":\"1\"}\n{\"externalId\":\"2\"}\n",
                "{\"externalId\":\"1\"}\r\n\r\n{\"externalId\":\"2\"}"
            })
    void readsArraysAndLines(String body) {
        assertThat(read(body)).extracting(CustomerInput::externalId).containsExactly("1", "2");
    }

    @Test
    void readsASingleObjectAndNothing() {
        assertThat(read("{\"externalId\":\"1\"}")).hasSize(1);
        assertThat(read("[]")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void readsAllFieldsOfACustomer() {
        var customer = read("""
                {"externalId":"C-1","email":"ä@example.org","phone":"+49","locale":"de","preferredChannels":["sms"],
                 "attributes":{"firstName":"Änne","debt":12.5,"vip":true},
                 "consents":[{"channel":"email","purpose":"marketing","granted":true,"basis":"consent","proof":"form 7",
                              "at":"2026-01-01T00:00:00Z"}]}""").get(0);

        assertThat(customer.email()).isEqualTo("ä@example.org");
        assertThat(customer.preferredChannels()).containsExactly("sms");
        assertThat(customer.attributes()).isEqualTo(Map.of("firstName", "Änne", "debt", 12.5, "vip", true));
        assertThat(customer.consents()).singleElement().satisfies(consent -> {
            assertThat(consent.granted()).isTrue();
            assertThat(consent.at()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        });
    }

    @Test
    void rejectsMisshapenEntriesAndReadsOn() {
        var delivery = delivery("""
                [{"externalId":"1"},{"externalId":"2","attributes":[1]},{"externalID":"3"},17,null,
                 {"externalId":"6","consents":[{"at":"yesterday"}]},{"externalId":"7"}]""");

        var taken = new ArrayList<String>();
        delivery.forEachRemaining(entry -> taken.add(String.valueOf(entry.externalId())));

        assertThat(taken).containsExactly("1", "7");
        var done = delivery.complete(
                new Upserted(1, 0, 0, List.of(new Rejected(2, "7", "email", "No address.", "Send one."))));
        assertThat(done.rejected()).extracting(Rejected::position).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(done.rejected()).extracting(Rejected::field).startsWith("attributes", "externalID");
        assertThat(done.rejected().get(1).what()).isEqualTo("There is no field 'externalID'.");
        assertThat(done.rejected().get(1).remedy()).contains("externalId", "attributes");
        assertThat(done.rejected().get(4).field()).isEqualTo("consents.at");
    }

    @Test
    void namesLineAndColumnOfBrokenJson() {
        var delivery = delivery("[{\"externalId\":\"1\"},\n {\"externalId\" \"2\"}]");

        assertThat(delivery.next().externalId()).isEqualTo("1");
        assertThatThrownBy(delivery::hasNext)
                .isInstanceOfSatisfying(
                        JacksonException.class,
                        e -> assertThat(e.getLocation().getLineNr()).isEqualTo(2));
    }

    @Test
    void readsAHundredThousandEntriesOneByOne() {
        var lines = "{\"customer\":\"C-1\",\"type\":\"bill\"}\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        var delivery = Delivery.of(EventInput.class, new ByteArrayInputStream(lines), JsonMapper.shared());

        var count = 0;
        while (delivery.hasNext()) {
            assertThat(delivery.next().type()).isEqualTo("bill");
            count++;
        }

        assertThat(count).isEqualTo(100_000);
    }

    private static List<CustomerInput> read(String body) {
        var entries = new ArrayList<CustomerInput>();
        delivery(body).forEachRemaining(entries::add);
        return entries;
    }

    private static Delivery<CustomerInput> delivery(String body) {
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return Delivery.of(CustomerInput.class, bytes, JsonMapper.shared());
    }
}
