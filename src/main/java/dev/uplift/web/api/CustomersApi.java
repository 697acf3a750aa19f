package dev.uplift.web.api;

import dev.uplift.audience.CustomerInput;
import dev.uplift.audience.Customers;
import dev.uplift.audience.EventInput;
import dev.uplift.audience.Upserted;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Customers and what happened to them, one or many, as a JSON array, a single object or NDJSON. */
@RestController
class CustomersApi {

    private final Customers customers;
    private final JsonMapper json;
    private final Clock clock;

    CustomersApi(Customers customers, JsonMapper json, Clock clock) {
        this.customers = customers;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/api/customers")
    Upserted upsert(InputStream body) {
        var delivery = Delivery.of(CustomerInput.class, body, json);
        return delivery.complete(customers.upsert(delivery, clock.instant()));
    }

    @PostMapping("/api/events")
    Upserted record(InputStream body) {
        var delivery = Delivery.of(EventInput.class, body, json);
        return delivery.complete(customers.record(delivery, clock.instant()));
    }
}
