package dev.uplift.delivery;

import java.time.Instant;

/**
 * A recipient domain that asked us to slow down and is left alone.
 *
 * @param domain what stands behind the at sign, or the country code for SMS, e.g. {@code +49}
 * @param times how often in a row, 1 for the first
 */
public record Rest(String domain, Instant until, int times) {}
