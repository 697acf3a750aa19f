package dev.uplift.audience;

import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audience module built by hand on the emptied test database, with customers to start from. */
final class TestAudience {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    final JdbcClient jdbc = TestDatabase.empty();
    final List<ConsentSink.Declared> declared = new ArrayList<>();
    final CustomerBlock block = new CustomerBlock(
            new CustomerCheck(TestSecrets.secrets()),
            new CustomerStore(jdbc, TestSecrets.settingsOfTheDefaultCompany()),
            declared::addAll,
            new TransactionTemplate(new JdbcTransactionManager(TestDatabase.source())));
    final Customers customers = new Customers(jdbc, block, new EventStore(jdbc));
    final Segments segments = new Segments(jdbc);

    Upserted upsert(CustomerInput... inputs) {
        return customers.upsert(List.of(inputs).iterator(), NOW);
    }

    Upserted record(EventInput... inputs) {
        return customers.record(List.of(inputs).iterator(), NOW);
    }

    static CustomerInput customer(String externalId) {
        return new CustomerInput(externalId, null, null, null, null, null, null, null, null, null);
    }

    static CustomerInput withEmail(@Nullable String externalId, @Nullable String email) {
        return new CustomerInput(externalId, null, email, null, null, null, null, null, null, null);
    }

    static CustomerInput withPhone(String externalId, String phone, @Nullable String country) {
        return new CustomerInput(externalId, null, null, phone, null, null, country, null, null, null);
    }

    static CustomerInput withAttributes(String externalId, Map<String, Object> attributes) {
        return new CustomerInput(externalId, null, null, null, null, null, null, null, attributes, null);
    }

    static CustomerInput withConsent(String externalId, CustomerInput.ConsentInput consent) {
        return new CustomerInput(externalId, null, null, null, null, null, null, null, null, List.of(consent));
    }

    static CustomerInput inPlace(String externalId, String locale, String zone, String country) {
        return new CustomerInput(externalId, null, null, null, locale, zone, country, null, null, null);
    }
}
