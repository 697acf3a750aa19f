package dev.uplift.channel;

import dev.uplift.platform.SendId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about a send after taking it.
 *
 * @param providerKey unique per statement, so that repeats are recognised
 * @param state {@code DELIVERED}, {@code UNDELIVERED}, {@code BOUNCED}, {@code COMPLAINED} or {@code ACCEPTED}
 */
public record Receipt(
        String provider,
        String providerKey,
        SendId send,
        String state,
        @Nullable String code,
        Instant at) {}
