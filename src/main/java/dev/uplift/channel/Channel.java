package dev.uplift.channel;

import dev.uplift.platform.Medium;

/** A way out of the house. */
public interface Channel {

    /** What this channel is. */
    Medium medium();

    /** Whether a provider is set up; a channel without one is not planned for. */
    default boolean ready() {
        return true;
    }

    /** Hands one message to the provider, exactly one try; never throws for anything the provider or network does. */
    SendResult send(Outbound outbound);
}
