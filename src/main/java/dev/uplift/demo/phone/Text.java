package dev.uplift.demo.phone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An SMS on a phone.
 *
 * @param sender number or messaging service it came from
 * @param statusCallback where the sender wants to hear of its delivery, or null
 */
public record Text(
        long id,
        Instant at,
        String sid,
        String sender,
        String recipient,
        String body,
        @Nullable String statusCallback) {

    /** Whether it was written on the phone instead of having arrived there. */
    boolean written() {
        return sender.equals(recipient);
    }
}
