package dev.uplift.web.staff;

import static java.util.stream.Collectors.toMap;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Ledger;
import dev.uplift.impact.Analyses;
import dev.uplift.impact.Finding;
import dev.uplift.web.security.Access;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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
    private final Analyses analyses;
    private final Wordings wordings;

    CampaignsController(Campaigns campaigns, Ledger ledger, Analyses analyses, Wordings wordings) {
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.analyses = analyses;
        this.wordings = wordings;
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
        var findings = measures ? findings() : Map.<String, Finding>of();
        model.addAttribute(
                "rows",
                list.of(all).stream()
                        .map(status -> row(status, findings.get(status.key()), wording))
                        .toList());
        model.addAttribute(
                "faults", campaigns.problems().stream().map(PlanPage.Fault::of).toList());
        model.addAttribute("measures", measures);
        return "staff/campaigns";
    }

    private CampaignRow row(CampaignStatus status, @Nullable Finding finding, Wording wording) {
        return CampaignRow.of(status, Progress.of(ledger, status.key()).orElse(null), finding, wording);
    }

    /** The newest looks by campaign; to look anew at each would take as long as all reports together. */
    private Map<String, Finding> findings() {
        return analyses.newest().stream().collect(toMap(Finding::campaign, Function.identity()));
    }
}
