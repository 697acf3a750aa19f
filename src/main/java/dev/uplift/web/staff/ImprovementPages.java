package dev.uplift.web.staff;

import static java.util.stream.Collectors.toMap;

import dev.uplift.audience.Customer;
import dev.uplift.audience.Customers;
import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Campaigns;
import dev.uplift.followup.Desk;
import dev.uplift.followup.Desks;
import dev.uplift.followup.Improvement;
import dev.uplift.followup.Improvements;
import dev.uplift.impact.Analyses;
import dev.uplift.impact.CauseShares;
import dev.uplift.impact.Finding;
import dev.uplift.platform.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts improvements together with the cases, customers and campaigns they are about. */
@Component
class ImprovementPages {

    private final Improvements improvements;
    private final Desks desks;
    private final Customers customers;
    private final Campaigns campaigns;
    private final Analyses analyses;
    private final CauseShares shares;

    ImprovementPages(
            Improvements improvements,
            Desks desks,
            Customers customers,
            Campaigns campaigns,
            Analyses analyses,
            CauseShares shares) {
        this.improvements = improvements;
        this.desks = desks;
        this.customers = customers;
        this.campaigns = campaigns;
        this.analyses = analyses;
        this.shares = shares;
    }

    List<ImprovementRow> list(Wording wording) {
        return improvements.list().stream()
                .map(it -> ImprovementRow.of(it, desk(it), wording))
                .toList();
    }

    Optional<ImprovementPage> page(long id, boolean decides, Instant now, Wording wording) {
        return improvements.find(id).map(it -> page(it, decides, now, wording));
    }

    Map<String, String> campaigns() {
        return campaigns.list().stream().collect(toMap(CampaignStatus::key, CampaignStatus::name));
    }

    private ImprovementPage page(Improvement it, boolean decides, Instant now, Wording wording) {
        var items = improvements.cases(it.id());
        var people = customers.findAll(
                items.stream().map(item -> new CustomerId(item.customer())).toList());
        return new ImprovementPage(
                ImprovementRow.of(it, desk(it), wording),
                it.due() == null ? "" : it.due().toString(),
                wording.text("staff.improvement.by", it.proposedBy(), wording.time(it.proposedAt())),
                items.stream()
                        .map(item -> new ImprovementPage.CaseLine(
                                item.id(), number(people.get(new CustomerId(item.customer())), wording), item.score()))
                        .toList(),
                improvements.events(it.id()).stream()
                        .map(event -> ImprovementPage.Entry.of(event, wording))
                        .toList(),
                ImprovementPage.steps(it, decides, wording),
                effect(it, wording),
                change(it, now, wording),
                decides);
    }

    private ImprovementPage.@Nullable Effect effect(Improvement it, Wording wording) {
        var key = it.campaign();
        return key == null
                ? null
                : analyses.newest().stream()
                        .filter(finding -> finding.campaign().equals(key))
                        .findFirst()
                        .map(finding -> ImprovementPage.Effect.of(finding, named(finding), wording))
                        .orElseGet(() -> ImprovementPage.Effect.none(key, wording));
    }

    private String named(Finding finding) {
        return campaigns().getOrDefault(finding.campaign(), finding.campaign());
    }

    private ImprovementPage.@Nullable Change change(Improvement it, Instant now, Wording wording) {
        var begun = it.begunAt();
        var desk = it.desk();
        var cause = it.rootCause();
        return begun == null || desk == null || cause == null
                ? null
                : shares.since(begun, desk, cause, now)
                        .map(change -> ImprovementPage.Change.of(change, wording))
                        .orElse(null);
    }

    private @Nullable Desk desk(Improvement it) {
        return it.desk() == null ? null : desks.find(it.desk()).orElse(null);
    }

    private static String number(@Nullable Customer customer, Wording wording) {
        return customer == null
                ? wording.text("staff.case.erased")
                : wording.text("staff.improvement.customer", customer.externalId());
    }
}
