package dev.uplift.web.staff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be written to the customer of a case by one channel.
 *
 * @param channel {@code email} or {@code sms}
 * @param title the channel in words
 * @param address to which it goes; empty if there is none
 * @param refusal why it is not possible, in words; empty if it is
 * @param templates with which to begin; none if the desk has none for this channel
 * @param draft what is being written, or null
 */
record LetterCard(
        String channel,
        String title,
        String address,
        String refusal,
        Select templates,
        @Nullable Writing draft) {

    /** A draft, and when it was saved, in words. */
    record Writing(String subject, String text, UUID key, String saved) {}

    /** Whether there is anything to begin with. */
    boolean ready() {
        return !templates.options().isEmpty();
    }

    boolean mail() {
        return channel.equals("email");
    }
}
