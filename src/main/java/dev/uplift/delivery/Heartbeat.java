package dev.uplift.delivery;

import java.time.Instant;

/** A process that sends, and when it was last seen alive. */
public record Heartbeat(String name, Instant startedAt, Instant seenAt) {}
