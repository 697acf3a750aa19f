package dev.uplift.consent;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import java.time.Instant;

/**
 * A customer's yes or no.
 *
 * @param basis the legal ground: {@code consent}, {@code existing-customer}, {@code contract} or {@code withdrawal}
 * @param proof where the declaration can be looked up, e.g. a form and its date
 */
public record Declaration(
        CustomerId customer,
        Medium channel,
        Purpose purpose,
        boolean granted,
        String basis,
        String proof,
        Instant at) {}
