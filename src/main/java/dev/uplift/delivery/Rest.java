package dev.uplift.delivery;

import java.time.Instant;

/**
 * A recipient domain that asked us to slow down and is left alone.
 *
 * @param times how often in a row, 1 for the first
 */
public record Rest(String domain, Instant until, int times) {}
