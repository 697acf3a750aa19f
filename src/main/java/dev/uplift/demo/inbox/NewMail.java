package dev.uplift.demo.inbox;

import java.time.Instant;

/**
 * A mail on its way into the inbox; one per recipient.
 *
 * @param raw its bytes, each as the ISO-8859-1 character of the same number
 */
record NewMail(Instant at, String recipient, String subject, String raw) {}
