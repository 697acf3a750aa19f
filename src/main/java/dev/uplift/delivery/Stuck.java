package dev.uplift.delivery;

import java.time.Instant;

/**
 * A run that has work and does none.
 *
 * @param waiting number of sends that are due
 * @param since when something was last seen to move
 */
public record Stuck(String campaign, int run, long waiting, Instant since) {}
