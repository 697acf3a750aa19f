package dev.uplift.delivery;

import java.time.Instant;
import java.util.Optional;

/** The stages of the journey, woken by whoever holds a simulated clock; the real one drives them by itself. */
public interface Stages {

    /** Does everything that is due at this instant; returns when it is done. */
    void wakeDue(Instant now);

    /** The next instant at which something is due, if anything is planned. */
    Optional<Instant> nextDue();
}
