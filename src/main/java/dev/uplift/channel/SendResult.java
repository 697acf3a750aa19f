package dev.uplift.channel;

import org.jspecify.annotations.Nullable;

/** What is known after one try to hand a message over. */
public sealed interface SendResult {

    /** The name of the provider or relay that was asked. */
    String provider();

    /** The provider took it. */
    record Accepted(String provider, @Nullable String providerId, String reply) implements SendResult {}

    /**
     * The provider refused it for good.
     *
     * @param code reply code, e.g. {@code 550 5.1.1} or {@code 21610}
     * @param cause whether the address is bad, the recipient opted out, or the message or sender was at fault
     */
    record Rejected(String provider, String code, String reply, Cause cause) implements SendResult {}

    /** It was provably not taken; another try later may succeed. */
    record Deferred(String provider, String code, String reply) implements SendResult {}

    /** Nobody can tell whether it was taken; must not be tried again. */
    record Unknown(String provider, String reply) implements SendResult {}

    /** Whose fault a rejection is. */
    enum Cause {
        BAD_ADDRESS,
        OPTED_OUT,
        POLICY,
        MESSAGE
    }
}
