package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Plan;
import dev.uplift.delivery.Planner;
import dev.uplift.identity.Actor;
import dev.uplift.impact.Reports;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows what a launch would do. */
@Component
class Plans {

    /** Share of invitations expected to be answered before there is experience with this campaign. */
    static final double ANSWER_RATE = 0.2;

    private final Campaigns campaigns;
    private final Planner planner;
    private final Reports reports;
    private final Clock clock;

    Plans(Campaigns campaigns, Planner planner, Reports reports, Clock clock) {
        this.campaigns = campaigns;
        this.planner = planner;
        this.reports = reports;
        this.clock = clock;
    }

    /** Empty if there is no such campaign. */
    Optional<PlanPage> find(String key, Actor reader, Wording wording) {
        return campaigns
                .status(key)
                .flatMap(status -> campaigns.find(key).map(campaign -> page(campaign, status, reader, wording)));
    }

    private PlanPage page(Campaign campaign, CampaignStatus status, Actor reader, Wording wording) {
        var plan = planner.preview(campaign, clock.instant());
        var comparable = plan.holdOut() > 0 && plan.toContact() > 0;
        var detectable = comparable ? detectable(plan) : 0;
        return new PlanPage(
                campaign.key(),
                campaign.name(),
                Tag.of(status.state(), wording),
                Reconciliation.of(plan, campaign.holdOut(), wording),
                comparable ? wording.points(detectable) : null,
                detectable <= campaign.worth(),
                plan.problems().stream().map(PlanPage.Fault::of).toList(),
                Access.OPERATE.allows(reader) && !PlanPage.stops(plan),
                plan.toContact());
    }

    private double detectable(Plan plan) {
        return reports.detectablePoints(ANSWER_RATE * plan.toContact(), ANSWER_RATE * plan.holdOut());
    }
}
