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
        DRAFT,
        LAUNCHED,
        PAUSED,
        CANCELLED,
        FINISHED
    }
}
