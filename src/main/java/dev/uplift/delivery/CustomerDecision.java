package dev.uplift.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Why one customer would, or would not, be contacted.
 *
 * @param decision {@code contact}, {@code hold-out} or {@code left-out}
 * @param reason name of the refusal, or null
 * @param channel chosen channel, or null
 * @param considered channels in the order considered, each with its refusal or {@code ok}
 */
public record CustomerDecision(
        String customer,
        String decision,
        @Nullable String reason,
        @Nullable String channel,
        java.util.Map<String, String> considered) {}
