package dev.uplift.web.hooks;

import dev.uplift.audience.Customers;
import dev.uplift.consent.Consents;
import dev.uplift.consent.Declaration;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.Secrets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Somebody wrote STOP: the number is closed at once for every purpose, whoever of our customers uses it. */
@Component
class StopWords {

    private final Consents consents;
    private final Customers customers;
    private final Secrets secrets;
    private final Clock clock;

    StopWords(Consents consents, Customers customers, Secrets secrets, Clock clock) {
        this.consents = consents;
        this.customers = customers;
        this.secrets = secrets;
        this.clock = clock;
    }

    void heard(String phone, String messageSid) {
        var now = clock.instant();
        consents.suppress(Medium.SMS, secrets.fingerprint(Medium.SMS, phone), "STOP", now);
        var proof = "STOP in inbound SMS " + messageSid;
        consents.record(customers.withPhone(phone).stream()
                .flatMap(customer -> no(customer, proof))
                .toList());
    }

    private Stream<Declaration> no(CustomerId customer, String proof) {
        return List.of(Purpose.values()).stream()
                .map(purpose ->
                        new Declaration(customer, Medium.SMS, purpose, false, "withdrawal", proof, clock.instant()));
    }
}
