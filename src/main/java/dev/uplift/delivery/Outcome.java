package dev.uplift.delivery;

import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Cases;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A channel's result in the words of the ledger. */
record Outcome(
        String state,
        @Nullable String reason,
        @Nullable String providerId,
        @Nullable String code,
        String reply) {

    static Outcome of(SendResult result) {
        return result.match(new Cases<>(
                accepted -> new Outcome("ACCEPTED", null, accepted.providerId(), null, accepted.reply()),
                rejected -> new Outcome("REJECTED", rejected.cause().name(), null, rejected.code(), rejected.reply()),
                deferred -> new Outcome("DEFERRED", null, null, deferred.code(), deferred.reply()),
                unknown -> new Outcome("UNKNOWN", "NO_REPLY", null, null, unknown.reply())));
    }

    boolean deferred() {
        return state.equals("DEFERRED");
    }

    void into(Map<String, @Nullable Object> row) {
        row.put("state", state);
        row.put("reason", reason);
        row.put("provider_id", storable(providerId));
        row.put("code", storable(code));
        row.put("reply", storable(reply));
    }

    /** PostgreSQL keeps no NUL; a garbled answer that has one must not stop all others from being recorded. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
