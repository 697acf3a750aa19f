package dev.uplift.audience;

/** A customer in a delivery, with the 1-based position or line at which it stands there. */
record Entry(long position, CustomerInput input) {}
