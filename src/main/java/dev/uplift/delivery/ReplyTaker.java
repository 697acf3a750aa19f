package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import java.time.Instant;

/** Takes what customers write to us; kept by a module that looks at the ledger and so cannot be used by it. */
public interface ReplyTaker {

    /**
     * A customer wrote.
     *
     * @param text without what it quotes, at most 2,000 characters
     * @param key of the message; the same twice counts once
     * @return whether anybody is going to look at it
     */
    boolean heard(CustomerId customer, Medium channel, String text, String key, Instant now);
}
