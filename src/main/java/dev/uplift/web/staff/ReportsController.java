package dev.uplift.web.staff;

import static java.util.stream.Collectors.toMap;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Campaigns;
import dev.uplift.impact.Analyses;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What all campaigns did, beside each other. */
@Controller
class ReportsController {

    private final Campaigns campaigns;
    private final Analyses analyses;
    private final Wordings wordings;

    ReportsController(Campaigns campaigns, Analyses analyses, Wordings wordings) {
        this.campaigns = campaigns;
        this.analyses = analyses;
        this.wordings = wordings;
    }

    @GetMapping("/reports")
    String reports(Locale locale, Model model) {
        var names = campaigns.list().stream().collect(toMap(CampaignStatus::key, CampaignStatus::name));
        model.addAttribute("page", ReportsPage.of(analyses.newest(), names, wordings.in(locale)));
        return "staff/reports";
    }
}
