package dev.uplift.campaign;

import dev.uplift.platform.RunId;
import java.time.Instant;

/** One execution of a campaign version. */
public record Run(RunId id, String campaign, int version, int number, String salt, Instant startAt) {}
