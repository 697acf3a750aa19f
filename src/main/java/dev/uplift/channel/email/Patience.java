package dev.uplift.channel.email;

import java.time.Duration;

/**
 * How long we wait for a relay (RFC 5321, 4.5.3.2).
 *
 * @param connect for the connection
 * @param command for the answer to a command
 * @param write for the relay to take what we write
 * @param dot for the answer to the final dot; a short one only makes outcomes unknown
 */
record Patience(Duration connect, Duration command, Duration write, Duration dot) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(180), Duration.ofMinutes(10));
}
