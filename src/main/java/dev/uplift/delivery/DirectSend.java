package dev.uplift.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message to one customer.
 *
 * @param customer the key in their home system
 * @param state of the ledger
 * @param reason why it did not go, or null
 * @param notBefore until then it can be taken back
 * @param settledAt when it came to this state, or null while it is on its way
 */
public record DirectSend(
        UUID id,
        String customer,
        String channel,
        String template,
        String state,
        @Nullable String reason,
        Instant notBefore,
        @Nullable Instant settledAt) {}
