package dev.uplift.demo.phone;

import java.time.Instant;

/** A number with its newest SMS. */
record Conversation(long newest, Instant at, String number, String body, long texts) {}
