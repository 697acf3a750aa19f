package dev.uplift.web.hooks;

import dev.uplift.platform.CustomerId;
import java.time.Instant;

/** Somebody for whom an SMS may be meant that answers no question of ours, such as the agent who works on a case. */
public interface SmsTaker {

    /**
     * Takes the message, or leaves it to others.
     *
     * @param key the provider's id of the message; the same key twice is the same message
     */
    boolean takes(CustomerId customer, String text, String key, Instant now);
}
