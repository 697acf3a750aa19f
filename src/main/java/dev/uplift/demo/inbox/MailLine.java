package dev.uplift.demo.inbox;

import java.time.Instant;

/** A mail as a line of the list. */
public record MailLine(long id, Instant at, String recipient, String subject) {}
