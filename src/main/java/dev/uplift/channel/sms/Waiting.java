package dev.uplift.channel.sms;

import java.time.Duration;

/** How long to wait for a connection and for the answer. */
record Waiting(Duration connect, Duration answer) {

    static final Waiting USUAL = new Waiting(Duration.ofSeconds(10), Duration.ofSeconds(60));
}
