package dev.uplift.demo.phone;

import java.time.Instant;

/** A number with its newest SMS. */
public record Conversation(long newest, Instant at, String number, String body, long texts) {}
