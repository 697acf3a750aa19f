package dev.uplift.campaign;

import dev.uplift.platform.Purpose;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What follows a confirmed answer of one part of the scale; that a customer changes it later changes nothing. */
public sealed interface FollowUp {

    /**
     * A case at this desk, whatever else makes the desk open one.
     *
     * @param desk key of the desk
     * @param within opening time until the first contact, or null for what the desk usually has
     */
    record Open(String desk, @Nullable Duration within) implements FollowUp {}

    /**
     * A message after the first answer that a customer confirms in a run; whoever is held out does not get it, as any message of the campaign.
     *
     * @param step its number comes after those of all steps, its time is counted from the answer
     * @param purpose decides which consent is needed
     */
    record Send(Step step, Purpose purpose) implements FollowUp {}
}
