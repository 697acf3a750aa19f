package dev.uplift.channel;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known after one try to hand a message over. */
public sealed interface SendResult {

    /** The name of the provider or relay that was asked. */
    String provider();

    /** What the one case that holds makes of it; a new case cannot be forgotten. */
    <T> T match(Cases<T> cases);

    /** The provider took it. */
    record Accepted(String provider, @Nullable String providerId, String reply) implements SendResult {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.accepted.apply(this);
        }
    }

    /**
     * The provider refused it for good.
     *
     * @param code reply code, e.g. {@code 550 5.1.1} or {@code 21610}
     * @param cause whether the address is bad, the recipient opted out, or the message or sender was at fault
     */
    record Rejected(String provider, String code, String reply, Cause cause) implements SendResult {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.rejected.apply(this);
        }
    }

    /**
     * It was provably not taken; another try later may succeed.
     *
     * @param domainWide whether others of the recipient's domain, or country for SMS, would be refused as well
     */
    record Deferred(String provider, String code, String reply, boolean domainWide) implements SendResult {

        /** One that is about this message alone. */
        public Deferred(String provider, String code, String reply) {
            this(provider, code, reply, false);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.deferred.apply(this);
        }
    }

    /** Nobody can tell whether it was taken; must not be tried again. */
    record Unknown(String provider, String reply) implements SendResult {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unknown.apply(this);
        }
    }

    /** What to make of each case. */
    record Cases<T>(
            Function<Accepted, T> accepted,
            Function<Rejected, T> rejected,
            Function<Deferred, T> deferred,
            Function<Unknown, T> unknown) {}

    /** Whose fault a rejection is. */
    enum Cause {
        BAD_ADDRESS,
        OPTED_OUT,
        POLICY,
        MESSAGE
    }
}
