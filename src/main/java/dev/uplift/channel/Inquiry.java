package dev.uplift.channel;

import dev.uplift.platform.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks a provider afterwards which messages it took; changes nothing there, so it may be repeated. */
public interface Inquiry {

    /** The channel it can ask about. */
    Medium medium();

    /** The name of the account it asks; empty while none is set up. */
    Optional<String> account();

    /**
     * All messages to this address that the provider took between these instants; empty if it did not answer, or not
     * completely. Throws nothing for anything the provider or the network does.
     */
    Optional<List<Trace>> traces(String address, Instant from, Instant until);

    /** How long after an attempt a message that the provider still does not show cannot appear or be sent any more. */
    Duration certainAfter();
}
