package dev.uplift.web.api;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.Plan;
import dev.uplift.delivery.StepCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a campaign stands, with the numbers of its newest run; zeros before the first one. */
@Component
class CampaignView {

    private static final Plan NOTHING = new Plan(0, 0, Map.of(), 0, Map.of(), List.of());

    private final Campaigns campaigns;
    private final Ledger ledger;

    CampaignView(Campaigns campaigns, Ledger ledger) {
        this.campaigns = campaigns;
        this.ledger = ledger;
    }

    /** The view; throws {@link NotKnown}. */
    View of(String key) {
        var status = status(key);
        var plan = ledger.plan(key).orElse(NOTHING);
        return new View(
                status.key(),
                status.name(),
                status.owner(),
                status.version(),
                status.state().name(),
                status.nextRunAt(),
                status.launchedAt(),
                plan.audience(),
                plan.holdOut(),
                plan.leftOut(),
                plan.toContact(),
                plan.byChannel(),
                ledger.counts(key),
                ledger.steps(key));
    }

    CampaignStatus status(String key) {
        return campaigns.status(key).orElseThrow(() -> new NotKnown("campaign", key));
    }

    /** The numbers add up: audience = holdOut + all leftOut + toContact, and counts to toContact. */
    record View(
            String key,
            String name,
            @Nullable String owner,
            int version,
            String state,
            @Nullable Instant nextRunAt,
            @Nullable Instant launchedAt,
            long audience,
            long holdOut,
            Map<String, Long> leftOut,
            long toContact,
            Map<String, Long> byChannel,
            Map<String, Long> counts,
            List<StepCounts> steps) {}
}
