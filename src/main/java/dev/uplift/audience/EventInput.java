package dev.uplift.audience;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened to a customer, as somebody tells us about it. */
public record EventInput(
        @Nullable String customer,
        @Nullable String type,
        @Nullable Instant at,
        @Nullable Map<String, Object> properties) {}
