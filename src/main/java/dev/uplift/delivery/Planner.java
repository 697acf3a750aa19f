package dev.uplift.delivery;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Turns a campaign into ledger rows: segment, consent, channel and lot in one set-based statement. */
@Repository
public class Planner {

    /** What the campaign would do now; writes nothing. */
    public Plan preview(Campaign campaign, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The decision for one customer in words, or null if the customer is not in the audience. */
    public @Nullable CustomerDecision decision(Campaign campaign, String externalId, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Plans a run; repeating it changes nothing. */
    public Plan plan(Run run, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }
}
