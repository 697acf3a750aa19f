package dev.uplift.audience;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody tells us about them, by JSON or CSV; null means "leave as it is".
 *
 * @param externalId the key in the customer's home system; required
 * @param email one address
 * @param phone any notation; stored as E.164
 * @param locale language tag such as {@code de} or {@code en-GB}
 * @param timeZone IANA zone
 * @param country ISO 3166 alpha-2
 * @param preferredChannels keys of channels, the favourite first
 * @param attributes further values for rules and templates
 * @param consents declarations to add
 */
public record CustomerInput(
        @Nullable String externalId,
        @Nullable String accountId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable String country,
        @Nullable List<String> preferredChannels,
        @Nullable Map<String, Object> attributes,
        @Nullable List<ConsentInput> consents) {

    /** A declaration that came with a customer. */
    public record ConsentInput(
            @Nullable String channel,
            @Nullable String purpose,
            @Nullable Boolean granted,
            @Nullable String basis,
            @Nullable String proof,
            @Nullable Instant at) {}
}
