package dev.uplift.survey;

import dev.uplift.platform.SendId;
import org.jspecify.annotations.Nullable;

/**
 * What is said back to an SMS.
 *
 * @param about the send that carried the invitation, or null where there is none
 * @param text in the customer's language, or null for silence
 */
public record SmsReply(
        Said said, @Nullable SendId about, @Nullable String text) {

    /** No words. */
    public static SmsReply without(Said said) {
        return new SmsReply(said, null, null);
    }
}
