package dev.uplift.channel;

import dev.uplift.platform.SendId;
import java.time.Instant;

/**
 * What a provider says about a send after taking it.
 *
 * @param attempt the attempt it is about, 1 for the first
 */
public record Receipt(Statement statement, SendId send, int attempt, Instant at) {}
