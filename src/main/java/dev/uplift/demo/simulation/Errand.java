package dev.uplift.demo.simulation;

import java.time.Instant;

/**
 * Something a simulated customer is going to do.
 *
 * @param id 0 before it is stored
 * @param address the page to visit; empty to only read
 */
record Errand(long id, Instant dueAt, Kind kind, String customer, String campaign, String address) {

    /** What is done. */
    enum Kind {
        READ,
        ANSWER,
        GLANCE,
        UNSUBSCRIBE
    }
}
