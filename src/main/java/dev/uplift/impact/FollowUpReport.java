package dev.uplift.impact;

import org.jspecify.annotations.Nullable;

/**
 * What following up did to the score: cases that a lot left to the agents at once, against those that it let wait.
 *
 * @param desk its key
 * @param list the lot, or null where nobody waits, so that nothing can be proved
 * @param report its treated are those followed up at once, its hold-out is the waiting list
 * @param exempt cases too severe to wait, beside the comparison; hidden below 5
 * @param running drawn cases whose time to answer is not over yet; they do not count so far
 * @param again later cases of customers who count already
 */
public record FollowUpReport(
        String desk, @Nullable WaitingList list, Report report, Report.Arm exempt, long running, long again) {}
