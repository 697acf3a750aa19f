package dev.uplift.platform;

import java.util.UUID;

/** The key of a ledger row: one run, one step, one customer. */
public record SendId(UUID value) {}
