package dev.uplift.campaign;

import dev.uplift.platform.Metric.Part;
import dev.uplift.survey.Definition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition as far as it could be read.
 *
 * @param campaign null if anything is wrong with it
 */
record Draft(
        @Nullable Campaign campaign,
        List<String> channels,
        List<Placed> steps,
        List<PlacedFollowUp> followUps,
        @Nullable PlacedGoal goal) {

    /** A step and where it stands. */
    record Placed(Definition at, Step step) {}

    /** What follows an answer of one part of the scale, and where it stands. */
    record PlacedFollowUp(Definition at, Part part, FollowUp followUp) {}

    /** A goal and where it stands. */
    record PlacedGoal(Definition at, Goal goal) {}

    Draft of(Campaign complete) {
        return new Draft(complete, channels, steps, followUps, goal);
    }

    boolean sends() {
        return steps.stream().anyMatch(placed -> placed.step().kind() == Step.Kind.MESSAGE);
    }

    /** Whether a survey follows a message, so that it can show what the message did. */
    boolean asksAfterSending() {
        return steps.stream()
                .dropWhile(placed -> placed.step().kind() != Step.Kind.MESSAGE)
                .anyMatch(placed -> placed.step().kind() == Step.Kind.SURVEY);
    }
}
