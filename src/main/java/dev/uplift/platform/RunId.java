package dev.uplift.platform;

/** The key of one execution of a campaign version. */
public record RunId(long value) {}
