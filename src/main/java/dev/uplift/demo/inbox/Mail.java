package dev.uplift.demo.inbox;

import java.time.Instant;

/**
 * A mail in the inbox.
 *
 * @param raw its bytes, each as the ISO-8859-1 character of the same number
 */
public record Mail(long id, Instant at, String recipient, String subject, String raw) {

    /** The mail taken apart. */
    public Letter letter() {
        return Letter.of(raw);
    }
}
