package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import java.time.Instant;
import java.util.List;

/** What the channels said. */
public record Delivered(int claimed, List<Try> tries) {

    /** One message handed over, or not. */
    public record Try(Outbound message, SendResult result, Instant startedAt, Instant endedAt) {}
}
