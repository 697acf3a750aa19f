package dev.uplift.audience;

import static dev.uplift.audience.TestAudience.NOW;
import static dev.uplift.audience.TestAudience.customer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventsTests {

    private final TestAudience audience = new TestAudience();

    @Test
    void recordsAnEventOnce() {
        audience.upsert(customer("K-1"));
        var bill = new EventInput("K-1", "bill", NOW, Map.of("amount", 812.4));

        var first = audience.record(bill);
        var again = audience.record(bill, bill);

        assertThat(first).isEqualTo(new Upserted(1, 0, 0, List.of()));
        assertThat(again).isEqualTo(new Upserted(0, 0, 2, List.of()));
    }

    @Test
    void correctsAnEventThatComesWithOtherProperties() {
        audience.upsert(customer("K-1"));

        var upserted = audience.record(
                new EventInput("K-1", "bill", NOW, Map.of("amount", 1)),
                new EventInput("K-1", "bill", NOW, Map.of("amount", 2)));

        assertThat(upserted).isEqualTo(new Upserted(1, 1, 0, List.of()));
        assertThat(audience.jdbc
                        .sql("select properties ->> 'amount' from audience.happening")
                        .query(String.class)
                        .single())
                .isEqualTo("2");
    }

    @Test
    void rejectsEventsOfUnknownCustomersAndIncompleteOnes() {
        audience.upsert(customer("K-1"));

        var upserted = audience.record(
                new EventInput("K-9", "bill", NOW, null),
                new EventInput("K-1", null, NOW, null),
                new EventInput("K-1", "bill", null, null),
                new EventInput(null, "bill", NOW, null),
                new EventInput("K-1", "bill", Instant.MAX, null),
                new EventInput("K-1", "bill", NOW, null));

        assertThat(upserted.created()).isEqualTo(1);
        assertThat(upserted.rejected())
                .extracting(Upserted.Rejected::field)
                .containsExactlyInAnyOrder("customer", "type", "at", "customer", "at");
    }
}
