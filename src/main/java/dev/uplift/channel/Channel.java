package dev.uplift.channel;

import dev.uplift.platform.Medium;
import java.util.Optional;

/** A way out of the house. */
public interface Channel {

    /** What this channel is. */
    Medium medium();

    /** Whether a provider is set up; a channel without one is not planned for. */
    default boolean ready() {
        return true;
    }

    /** Messages on their way at the same time at most, at least 1. */
    int connections();

    /** The provider that would be asked now; empty while none is set up or all rest after failures. */
    Optional<Lane> lane();

    /**
     * Hands one message to the provider, exactly one try, and calls {@link Departure#await()} right before the provider can
     * hear of it; never throws for anything the provider or network does.
     */
    SendResult send(Outbound outbound);
}
