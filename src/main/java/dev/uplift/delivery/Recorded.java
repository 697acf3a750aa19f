package dev.uplift.delivery;

/** A round of the sending stage that is in the ledger; zero claimed means nothing was due. */
public record Recorded(int claimed) {}
