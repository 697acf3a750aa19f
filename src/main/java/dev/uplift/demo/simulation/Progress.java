package dev.uplift.demo.simulation;

import java.time.Instant;

/**
 * How far the sample company has been lived.
 *
 * @param end where the simulated weeks end: the first start of the process, also for one that is resumed later
 * @param lastMail newest mail the customers have seen
 * @param lastSms newest SMS the customers have seen
 */
record Progress(long seed, Instant livedUntil, Instant end, long lastMail, long lastSms, boolean finished) {}
