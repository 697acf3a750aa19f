package dev.uplift.channel;

import dev.uplift.message.Message;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;

/**
 * One message on its way out.
 *
 * @param send the ledger row; the same on every attempt, so that the receiver can recognise a repeat
 * @param attempt 1 for the first try
 * @param address mail address or phone number in E.164
 * @param unsubscribeUrl one-click address for RFC 8058; empty for mails to staff, who are told what they have to know
 * @param listId name of the list for RFC 2919: the campaign's key, or {@link #BY_HAND}
 */
public record Outbound(
        SendId send,
        int attempt,
        String address,
        Message message,
        Purpose purpose,
        String unsubscribeUrl,
        String listId) {

    /** Of no list: a person wrote it to this recipient alone. */
    public static final String BY_HAND = "";

    /** Whether it is one of many, or at least written by a machine. */
    public boolean automatic() {
        return !listId.equals(BY_HAND);
    }
}
