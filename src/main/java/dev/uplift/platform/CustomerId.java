package dev.uplift.platform;

/** The key of a customer inside Uplift; never shown to customers. */
public record CustomerId(long value) {}
