package dev.uplift.delivery;

/** Everything of a claim is with its channel, refused or put back; zero claimed means that nothing was due. */
public record HandedOver(int claimed) {}
