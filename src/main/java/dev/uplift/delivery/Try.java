package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import java.time.Instant;

/**
 * One message handed over, or not.
 *
 * @param worker who marked it
 */
record Try(long worker, Outbound message, SendResult result, Instant startedAt, Instant endedAt) {}
