package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Cases;
import dev.uplift.channel.SendResult.Deferred;
import java.time.Instant;

/**
 * One message handed over, or not.
 *
 * @param worker who marked it
 */
record Try(long worker, Outbound message, SendResult result, Instant startedAt, Instant endedAt) {

    private static final Cases<Boolean> SLOWS_DOMAIN =
            new Cases<>(accepted -> false, rejected -> false, Deferred::domainWide, unknown -> false);

    /** Whether the recipient's domain asked us to slow down. */
    boolean slowsDomain() {
        return result.match(SLOWS_DOMAIN);
    }
}
