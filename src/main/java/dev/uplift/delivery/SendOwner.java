package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;

/** Whom a send was for, as the holder of its unsubscribe token may act for. */
public record SendOwner(CustomerId customer, Medium channel, Purpose purpose, String campaign) {}
