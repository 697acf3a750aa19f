package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.Planner;
import dev.uplift.delivery.Retries;
import dev.uplift.delivery.Unknowns;
import dev.uplift.delivery.Watchdog;
import dev.uplift.identity.Actor;
import dev.uplift.impact.Reports;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of one campaign together from what the modules know. */
@Component
class CampaignPages {

    private final Campaigns campaigns;
    private final Ledger ledger;
    private final Reports reports;
    private final Planner planner;
    private final Unknowns unknowns;
    private final Retries retries;
    private final Watchdog watchdog;
    private final Clock clock;

    CampaignPages(
            Campaigns campaigns,
            Ledger ledger,
            Reports reports,
            Planner planner,
            Unknowns unknowns,
            Retries retries,
            Watchdog watchdog,
            Clock clock) {
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.reports = reports;
        this.planner = planner;
        this.unknowns = unknowns;
        this.retries = retries;
        this.watchdog = watchdog;
        this.clock = clock;
    }

    /** The page as this reader may see it; empty if there is no such campaign. */
    Optional<CampaignPage> find(String key, String customer, Actor reader, Wording wording) {
        return campaigns
                .status(key)
                .flatMap(status -> campaigns
                        .find(key)
                        .map(campaign -> new Subject(campaign, status))
                        .map(subject -> page(subject, customer, reader, wording)));
    }

    /** Only the numbers that move; empty before the first run has been planned. */
    Optional<DeliveryCard> delivery(String key, Wording wording) {
        return campaigns
                .status(key)
                .flatMap(status ->
                        campaigns.find(key).flatMap(campaign -> delivery(new Subject(campaign, status), wording)));
    }

    private CampaignPage page(Subject subject, String customer, Actor reader, Wording wording) {
        var campaign = subject.campaign;
        var status = subject.status;
        var measures = Access.MEASURE.allows(reader);
        var delivery = delivery(subject, wording).orElse(null);
        return new CampaignPage(
                status.key(),
                campaign.name(),
                Tag.of(status.state(), wording),
                CampaignPage.facts(campaign, status, wording),
                Actions.of(status.state(), measures, Access.OPERATE.allows(reader)),
                delivery,
                unknown(status.key(), wording),
                stuck(status.key(), wording),
                SecondChance.of(retries, status.key(), status.state() == State.CANCELLED, reader, wording),
                delivery == null || !measures ? null : score(campaign, wording),
                CampaignPage.GoalCard.of(campaign, status, wording),
                recipient(campaign, customer.strip(), wording),
                campaigns.source(status.key()).orElse(""));
    }

    private @Nullable String unknown(String key, Wording wording) {
        var sends = unknowns.count(key);
        return sends == 0 ? null : wording.count(sends);
    }

    private @Nullable String stuck(String key, Wording wording) {
        return watchdog.stuck().stream()
                .filter(run -> run.campaign().equals(key))
                .map(run -> wording.text("staff.stuck", wording.count(run.waiting()), wording.time(run.since())))
                .findFirst()
                .or(() -> campaigns.missed(key).map(due -> wording.text("staff.missed", wording.time(due))))
                .orElse(null);
    }

    private Optional<DeliveryCard> delivery(Subject subject, Wording wording) {
        return Progress.of(ledger, subject.campaign.key())
                .map(progress ->
                        DeliveryCard.of(progress, subject.status.state(), subject.campaign.holdOut(), wording));
    }

    private ScoreCard score(Campaign campaign, Wording wording) {
        var report = reports.report(campaign.key(), clock.instant()).orElseThrow();
        return ScoreCard.of(report, wording);
    }

    private RecipientCard recipient(Campaign campaign, String customer, Wording wording) {
        if (customer.isEmpty()) {
            return RecipientCard.EMPTY;
        }
        var entries = ledger.sends(campaign.key(), null, customer, null).stream()
                .map(row -> RecipientCard.Entry.of(row, wording))
                .toList();
        return new RecipientCard(customer, entries, entries.isEmpty() ? decision(campaign, customer, wording) : null);
    }

    private RecipientCard.@Nullable Decision decision(Campaign campaign, String customer, Wording wording) {
        var decision = planner.decision(campaign, customer, clock.instant());
        return decision == null ? null : RecipientCard.Decision.of(decision, wording);
    }

    private record Subject(Campaign campaign, CampaignStatus status) {}
}
