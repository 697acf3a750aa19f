package dev.uplift.platform;

/** A file of the marketers' content was added, changed or removed, and what the older modules know of it was read again. */
public record ContentChanged() {}
