package dev.uplift.delivery;

import java.util.List;

/** Sends that this worker alone may work on; nothing has left the house. */
public record Claimed(List<Send> sends) {}
