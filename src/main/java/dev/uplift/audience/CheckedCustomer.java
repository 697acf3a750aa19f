package dev.uplift.audience;

import dev.uplift.platform.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer fit to be stored; null still means "leave as it is". */
record CheckedCustomer(Row row, List<Consent> consents) {

    /** The columns as they are stored; fingerprints in hexadecimal. */
    record Row(
            String externalId,
            @Nullable String accountId,
            @Nullable String email,
            @Nullable String emailFp,
            @Nullable String phone,
            @Nullable String phoneFp,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable String country,
            @Nullable List<String> preferredChannels,
            @Nullable Map<String, @Nullable Object> attributes) {}

    /** A declaration whose customer has no id yet. */
    record Consent(
            String channel, String purpose, boolean granted, String basis, String proof, Instant at, boolean dated) {

        ConsentSink.Declared of(CustomerId customer) {
            return new ConsentSink.Declared(customer, channel, purpose, granted, basis, proof, at, dated);
        }
    }
}
