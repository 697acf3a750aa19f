package dev.uplift.strategy;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.impact.LatestVerdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the goal tree sees it.
 *
 * @param serves node it names, or null
 * @param known whether that node exists
 * @param verdict what its newest kept look said, or null before the first
 */
public record Contribution(
        String key,
        String name,
        @Nullable String owner,
        @Nullable String serves,
        boolean known,
        State state,
        @Nullable LatestVerdict verdict) {

    static Contribution of(Campaign campaign, State state, @Nullable LatestVerdict verdict, Set<String> nodes) {
        var serves = campaign.serves();
        return new Contribution(
                campaign.key(),
                campaign.name(),
                campaign.owner(),
                serves,
                serves != null && nodes.contains(serves),
                state,
                verdict);
    }

    /** Whether it serves a promise and somebody answers for it. */
    public boolean linked() {
        return known && owner != null;
    }

    /** Whether a lot proved that it raised the score. */
    public boolean proven() {
        return verdict != null && verdict.proven();
    }
}
