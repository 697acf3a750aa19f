package dev.uplift.followup;

import dev.uplift.audience.Rule;
import dev.uplift.platform.Metric;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed answer as a desk sees it.
 *
 * @param earlier score of the customer's answer to the same metric before it, or null
 * @param comment what the customer wrote; empty without a comment
 * @param callBack whether the customer asked to be called
 * @param again whether it answers what a desk asked again after an earlier case
 * @param asked the campaign that asked, or null if nobody knows it any more
 * @param belongs whether a rule is true of the customer when the answer is heard
 */
record Feedback(
        long invitation,
        long customer,
        String survey,
        Metric metric,
        int score,
        @Nullable Integer earlier,
        String comment,
        boolean callBack,
        boolean again,
        Instant at,
        @Nullable Asked asked,
        Predicate<Rule> belongs) {

    /** A version of a campaign. */
    record Asked(String campaign, int version) {}
}
