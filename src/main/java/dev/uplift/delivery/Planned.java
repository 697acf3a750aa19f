package dev.uplift.delivery;

import dev.uplift.campaign.Run;

/** A run whose plan is in the ledger, with the number of its sends. */
public record Planned(Run run, long sends) {}
