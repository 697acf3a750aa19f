package dev.uplift.audience;

import dev.uplift.platform.CustomerId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person we may write to. */
public record Customer(
        CustomerId id,
        String externalId,
        @Nullable String accountId,
        @Nullable String email,
        @Nullable String phone,
        String locale,
        String timeZone,
        String country,
        List<String> preferredChannels,
        Map<String, Object> attributes) {}
