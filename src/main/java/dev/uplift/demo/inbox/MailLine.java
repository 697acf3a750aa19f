package dev.uplift.demo.inbox;

import java.time.Instant;

/** A mail as a line of the list. */
record MailLine(long id, Instant at, String recipient, String subject) {}
