package dev.uplift.delivery;

import java.time.Instant;

/** A place in the queue: when it was due, and its number among those due then. */
record Place(Instant notBefore, long number) {

    static final Place START = new Place(Instant.EPOCH, 0);
}
