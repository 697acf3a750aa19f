package dev.uplift.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a campaign stands. */
public record CampaignStatus(
        String key,
        String name,
        @Nullable String owner,
        State state,
        int version,
        @Nullable Instant nextRunAt,
        @Nullable Instant launchedAt,
        @Nullable String launchedBy) {

    /** The life cycle of a campaign. */
    public enum State {
        DRAFT("it is a draft. Launch it first."),
        LAUNCHED("it is in force already. Pause or cancel it; a changed version can be launched between two runs."),
        PAUSED("it is paused. Resume or cancel it."),
        CANCELLED("it was cancelled for good. Copy its definition to a new key to use it again."),
        FINISHED("it has finished. Save a change to launch it again.");

        private final String explanation;

        State(String explanation) {
            this.explanation = explanation;
        }

        /** Why something cannot be done in this state, and what can. */
        String explanation() {
            return explanation;
        }
    }
}
