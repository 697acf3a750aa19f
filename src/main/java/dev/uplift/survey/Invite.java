package dev.uplift.survey;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be invited; the send is the one that carried the first invitation, also for a reminder.
 *
 * @param arm into which arm of the run they were drawn, or null outside of a lot
 */
public record Invite(
        SendId send,
        RunId run,
        CustomerId customer,
        String survey,
        String language,
        @Nullable String arm) {

    /** An invitation outside of a lot. */
    public Invite(SendId send, RunId run, CustomerId customer, String survey, String language) {
        this(send, run, customer, survey, language, null);
    }
}
