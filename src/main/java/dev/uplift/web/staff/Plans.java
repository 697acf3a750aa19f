package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Planner;
import dev.uplift.identity.Actor;
import dev.uplift.impact.Forecasts;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows what a launch would do. */
@Component
class Plans {

    private final Campaigns campaigns;
    private final Planner planner;
    private final Forecasts forecasts;
    private final Trials trials;
    private final Clock clock;

    Plans(Campaigns campaigns, Planner planner, Forecasts forecasts, Trials trials, Clock clock) {
        this.campaigns = campaigns;
        this.planner = planner;
        this.forecasts = forecasts;
        this.trials = trials;
        this.clock = clock;
    }

    /** Empty if there is no such campaign. */
    Optional<PlanPage> find(String key, TrialForm form, Actor reader, Wording wording) {
        return campaigns
                .status(key)
                .flatMap(status -> campaigns.find(key).map(campaign -> page(campaign, status, form, reader, wording)));
    }

    private PlanPage page(Campaign campaign, CampaignStatus status, TrialForm form, Actor reader, Wording wording) {
        var now = clock.instant();
        var plan = planner.preview(campaign, now);
        var measured = wording.of(campaign.metric());
        var forecast = forecasts.of(campaign, plan.toContact(), plan.holdOut(), now);
        return new PlanPage(
                campaign.key(),
                campaign.name(),
                Tag.of(status.state(), wording),
                Reconciliation.of(plan, campaign.holdOut(), wording),
                Expectation.of(campaign, forecast, measured),
                trials.card(campaign, plan.toContact() + plan.holdOut(), form, measured),
                plan.problems().stream().map(PlanPage.Fault::of).toList(),
                Access.OPERATE.allows(reader) && !PlanPage.stops(plan),
                plan.toContact(),
                FollowUps.lines(campaign, plan, wording));
    }
}
