package dev.uplift.campaign;

import dev.uplift.survey.Definition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition as far as it could be read.
 *
 * @param campaign null if anything is wrong with it
 */
record Draft(@Nullable Campaign campaign, List<String> channels, List<Placed> steps) {

    /** A step and where it stands. */
    record Placed(Definition at, Step step) {}

    Draft of(Campaign complete) {
        return new Draft(complete, channels, steps);
    }

    boolean sends() {
        return has(Step.Kind.MESSAGE);
    }

    boolean asks() {
        return has(Step.Kind.SURVEY);
    }

    private boolean has(Step.Kind kind) {
        return steps.stream().anyMatch(placed -> placed.step().kind() == kind);
    }
}
