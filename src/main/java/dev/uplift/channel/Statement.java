package dev.uplift.channel;

import org.jspecify.annotations.Nullable;

/**
 * What a provider says about a message it took.
 *
 * @param provider who says so
 * @param key unique per statement, so that repeats are recognised
 * @param providerId the provider's name of the message
 * @param state {@code ACCEPTED}, {@code UNDELIVERED}, {@code DELIVERED}, {@code BOUNCED} or {@code COMPLAINED}
 * @param code the provider's error code
 * @param fault what the code calls for; null if nothing but the state follows from it
 */
public record Statement(
        String provider,
        String key,
        @Nullable String providerId,
        String state,
        @Nullable String code,
        @Nullable Fault fault) {

    /** Why a message that was taken did not arrive. */
    public enum Fault {
        /** There is no such number, or it cannot get messages. */
        BAD_ADDRESS,
        /** The recipient has told the provider to stop. */
        OPTED_OUT,
        /** The provider refuses our account or our sender. */
        POLICY,
        /** The recipient, or their carrier, blocks messages. */
        BLOCKED,
        /** A carrier took it for spam. */
        FILTERED,
        /** The provider's queue was full: never sent. */
        OVERFLOW,
        /** It waited too long at the provider: never sent. */
        TOO_OLD,
        /** The phone is off or out of reach. */
        UNREACHABLE,
        /** The carrier gives no reason. */
        UNEXPLAINED
    }
}
