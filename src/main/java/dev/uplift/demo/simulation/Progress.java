package dev.uplift.demo.simulation;

import java.time.Instant;

/**
 * How far the sample company has been lived.
 *
 * @param lastMail newest mail the customers have seen
 * @param lastSms newest SMS the customers have seen
 */
record Progress(long seed, Instant livedUntil, long lastMail, long lastSms, boolean finished) {}
