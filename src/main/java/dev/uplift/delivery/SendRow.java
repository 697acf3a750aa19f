package dev.uplift.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the ledger, or of the decisions why somebody is not in it (then {@code send} is null). */
public record SendRow(
        @Nullable UUID send,
        String customer,
        int run,
        int step,
        String arm,
        String kind,
        @Nullable String channel,
        @Nullable String variant,
        String state,
        @Nullable String reason,
        @Nullable Instant notBefore,
        @Nullable Instant settledAt,
        int attempts,
        @Nullable String provider,
        @Nullable String providerId,
        @Nullable String reply) {}
