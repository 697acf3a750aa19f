package dev.uplift.followup;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has done since the beginning of a day; of one's own, never to compare people.
 *
 * @param done cases closed
 * @param open own cases that are open
 * @param toFirstContact median opening time from the answer to the first contact, of those first contacted since; null if none
 */
public record Day(long done, long open, @Nullable Duration toFirstContact) {}
