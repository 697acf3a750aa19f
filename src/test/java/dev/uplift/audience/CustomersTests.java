package dev.uplift.audience;

import static dev.uplift.audience.TestAudience.NOW;
import static dev.uplift.audience.TestAudience.customer;
import static dev.uplift.audience.TestAudience.inPlace;
import static dev.uplift.audience.TestAudience.withAttributes;
import static dev.uplift.audience.TestAudience.withConsent;
import static dev.uplift.audience.TestAudience.withEmail;
import static dev.uplift.audience.TestAudience.withPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.uplift.audience.CustomerInput.ConsentInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomersTests {

    private final TestAudience audience = new TestAudience();

    @Test
    void createsACustomerWithTheDefaultsOfTheCompany() {
        var upserted = audience.upsert(withEmail("K-1", "Anna.Arndt@Example.COM"));

        assertThat(upserted).isEqualTo(new Upserted(1, 0, 0, List.of()));
        assertThat(audience.customers.find("K-1")).hasValueSatisfying(anna -> {
            assertThat(anna.email()).isEqualTo("Anna.Arndt@example.com");
            assertThat(anna.locale()).isEqualTo("de");
            assertThat(anna.timeZone()).isEqualTo("Europe/Berlin");
            assertThat(anna.country()).isEqualTo("DE");
            assertThat(anna.preferredChannels()).isEmpty();
        });
    }

    @Test
    void leavesAloneOnUpdateWhatIsNotDelivered() {
        audience.upsert(inPlace("K-1", "en-GB", "Europe/London", "GB"));

        var upserted = audience.upsert(withEmail("K-1", "anna@example.com"));

        assertThat(upserted.updated()).isEqualTo(1);
        assertThat(audience.customers.find("K-1")).hasValueSatisfying(anna -> {
            assertThat(anna.locale()).isEqualTo("en-GB");
            assertThat(anna.timeZone()).isEqualTo("Europe/London");
            assertThat(anna.country()).isEqualTo("GB");
            assertThat(anna.email()).isEqualTo("anna@example.com");
        });
    }

    @Test
    void countsTheSameCustomerAgainAsUnchanged() {
        audience.upsert(withAttributes("K-1", Map.of("product", "gas", "monthlyInstalment", 84.5)));

        var again = audience.upsert(withAttributes("K-1", Map.of("monthlyInstalment", 84.5, "product", "gas")));

        assertThat(again).isEqualTo(new Upserted(0, 0, 1, List.of()));
    }

    @Test
    void addsAttributesToThoseThatAreKnown() {
        audience.upsert(withAttributes("K-1", Map.of("product", "gas", "city", "Bremen")));

        audience.upsert(withAttributes("K-1", Map.of("city", "Emden")));

        assertThat(audience.customers.find("K-1"))
                .hasValueSatisfying(
                        anna -> assertThat(anna.attributes()).isEqualTo(Map.of("product", "gas", "city", "Emden")));
    }

    @Test
    void takesTheSecondEntryWithAKeyAsAnUpdate() {
        var upserted = audience.upsert(
                withEmail("K-1", "first@example.com"),
                withEmail("K-2", "other@example.com"),
                withEmail("K-1", "second@example.com"),
                withEmail(" K-1 ", "second@example.com"));

        assertThat(upserted).isEqualTo(new Upserted(2, 1, 1, List.of()));
        assertThat(audience.customers.find("K-1"))
                .hasValueSatisfying(anna -> assertThat(anna.email()).isEqualTo("second@example.com"));
    }

    @Test
    void rejectsOnlyTheEntriesThatAreWrong() {
        var upserted = audience.upsert(
                customer("K-1"),
                withEmail(null, "nobody@example.com"),
                withEmail("K-3", "a@example.com, b@example.com"),
                withPhone("K-4", "12", null),
                customer("K-5"));

        assertThat(upserted.created()).isEqualTo(2);
        assertThat(upserted.rejected())
                .extracting(Upserted.Rejected::position, Upserted.Rejected::externalId, Upserted.Rejected::field)
                .containsExactly(tuple(2L, "", "externalId"), tuple(3L, "K-3", "email"), tuple(4L, "K-4", "phone"));
        assertThat(upserted.rejected()).allSatisfy(entry -> {
            assertThat(entry.what()).isNotBlank();
            assertThat(entry.remedy()).isNotBlank();
        });
    }

    @Test
    void readsPhoneNumbersInTheCountryOfTheCustomer() {
        audience.upsert(
                withPhone("K-1", "0151 23456789", null),
                withPhone("K-2", "0664 1234567", "AT"),
                withPhone("K-3", "+44 7400 123456", null),
                inPlace("K-4", "de", "Europe/Vienna", "AT"));

        audience.upsert(withPhone("K-4", "0664/7654321", null));

        assertThat(Stream.of("K-1", "K-2", "K-3", "K-4")
                        .map(key -> audience.customers.find(key).orElseThrow().phone()))
                .containsExactly("+4915123456789", "+436641234567", "+447400123456", "+436647654321");
        assertThat(audience.customers.withPhone("+436641234567")).hasSize(1);
    }

    @Test
    void givesOneFingerprintToOneMailbox() {
        audience.upsert(
                withEmail("K-1", "Jürgen@example.com".replace("ü", "ue")),
                withEmail("K-2", "JUERGEN@EXAMPLE.COM"),
                withEmail("K-3", "post@münchen.example"),
                withEmail("K-4", "POST@xn--mnchen-3ya.example"));

        var mailboxes = audience.jdbc
                .sql("select count(distinct email_fp) from audience.customer")
                .query(Integer.class)
                .single();

        assertThat(mailboxes).isEqualTo(2);
    }

    @Test
    void rejectsWhatTheDatabaseOrAMailCouldNotHold() {
        var upserted = audience.upsert(
                customer("K\0001"),
                withAttributes("K-2", Map.of("note", "half \uD800 a character")),
                withAttributes("K-3", Map.of("note", "x".repeat(2_001))),
                withAttributes("K-4", Map.of("no name!", "x")),
                withAttributes("K-5", Map.of("number", new BigDecimal("1e200000"))),
                withAttributes("K-6", Map.of("deep", Map.of("a", Map.of("b", Map.of("c", Map.of("d", 1)))))),
                withEmail("K-7", "a@example.com\r\nBcc: b@example.com"),
                customer("x".repeat(201)));

        assertThat(upserted.created()).isZero();
        assertThat(upserted.rejected()).hasSize(8);
    }

    @Test
    void rejectsPlacesAndChannelsNobodyKnows() {
        var upserted = audience.upsert(
                inPlace("K-1", "xx", "Europe/Berlin", "DE"),
                inPlace("K-2", "de", "Mars/Olympus", "DE"),
                inPlace("K-3", "de", "Europe/Berlin", "XX"),
                new CustomerInput("K-4", null, null, null, null, null, null, List.of("pigeon"), null, null));

        assertThat(upserted.rejected())
                .extracting(Upserted.Rejected::field)
                .containsExactly("locale", "timeZone", "country", "preferredChannels");
    }

    @Test
    void handsOnTheConsentsOfThoseItTakes() {
        audience.upsert(
                withConsent("K-1", new ConsentInput("email", "survey", true, null, "form 12", NOW)),
                withConsent("K-2", new ConsentInput("email", "fun", true, null, null, null)),
                withConsent("K-3", new ConsentInput("pigeon", "survey", true, null, null, null)),
                withConsent("K-4", new ConsentInput("sms", "marketing", false, null, null, null)));

        assertThat(audience.declared)
                .extracting(
                        ConsentSink.Declared::channel,
                        ConsentSink.Declared::granted,
                        ConsentSink.Declared::basis,
                        ConsentSink.Declared::dated)
                .containsExactlyInAnyOrder(
                        tuple("email", true, "consent", true), tuple("sms", false, "withdrawal", false));
        assertThat(audience.customers.count()).isEqualTo(2);
    }

    @Test
    void takesDeliveriesOfMoreThanOneBlock() {
        var delivery = IntStream.range(0, 2_500).mapToObj(number -> withEmail("K-" + number, number + "@example.com"));

        var upserted = audience.customers.upsert(delivery.iterator(), NOW);

        assertThat(upserted.created()).isEqualTo(2_500);
        assertThat(audience.customers.count()).isEqualTo(2_500);
    }

    @Test
    void findsCustomersByTheirIds() {
        audience.upsert(customer("K-1"), customer("K-2"));
        var ids = Stream.of("K-1", "K-2")
                .map(key -> audience.customers.find(key).orElseThrow().id())
                .toList();

        var found = audience.customers.findAll(ids);

        assertThat(found).containsOnlyKeys(ids);
        assertThat(audience.customers.findAll(List.of())).isEmpty();
        assertThat(audience.customers.find("K-3")).isEmpty();
    }
}
