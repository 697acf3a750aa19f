package dev.uplift.delivery;

import java.util.List;

/** What the channels have said since and the ledger does not know yet. */
public record Heard(List<Try> tries) {}
