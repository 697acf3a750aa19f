package dev.uplift.web.staff;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Ledger;
import dev.uplift.impact.Report;
import dev.uplift.impact.Reports;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of campaigns. */
@Controller
class CampaignsController {

    private final Campaigns campaigns;
    private final Ledger ledger;
    private final Reports reports;
    private final Wordings wordings;
    private final Clock clock;

    CampaignsController(Campaigns campaigns, Ledger ledger, Reports reports, Wordings wordings, Clock clock) {
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.reports = reports;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/campaigns";
    }

    @GetMapping("/campaigns")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            Authentication reader,
            Locale locale,
            Model model) {
        var wording = wordings.in(locale);
        var all = campaigns.list();
        var list = CampaignList.of(state, sort);
        var measures = Access.MEASURE.allows(Access.actor(reader));
        model.addAttribute("states", list.states(all, wording));
        model.addAttribute("sorts", list.sorts(wording));
        model.addAttribute(
                "rows",
                list.of(all).stream()
                        .map(status -> row(status, measures, wording))
                        .toList());
        model.addAttribute(
                "faults", campaigns.problems().stream().map(PlanPage.Fault::of).toList());
        model.addAttribute("measures", measures);
        return "staff/campaigns";
    }

    private CampaignRow row(CampaignStatus status, boolean measures, Wording wording) {
        var progress = Progress.of(ledger, status.key()).orElse(null);
        var report = progress == null || !measures ? null : report(status.key());
        return CampaignRow.of(status, progress, report, wording);
    }

    private @Nullable Report report(String key) {
        return reports.report(key, clock.instant()).orElse(null);
    }
}
