package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Campaigns;
import dev.uplift.impact.Analyses;
import dev.uplift.impact.Decisions;
import dev.uplift.impact.Reports;
import dev.uplift.platform.InvalidInput;
import dev.uplift.survey.Surveys;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a campaign did, and what was decided because of it. */
@Controller
class ReportController {

    private final Campaigns campaigns;
    private final Reports reports;
    private final Analyses analyses;
    private final Decisions decisions;
    private final Surveys surveys;
    private final Wordings wordings;
    private final Clock clock;

    ReportController(
            Campaigns campaigns,
            Reports reports,
            Analyses analyses,
            Decisions decisions,
            Surveys surveys,
            Wordings wordings,
            Clock clock) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.analyses = analyses;
        this.decisions = decisions;
        this.surveys = surveys;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/campaigns/{key}/report")
    String report(@PathVariable String key, Locale locale, Model model) {
        var campaign = campaigns.find(key).orElseThrow(ReportController::missing);
        var report = reports.report(key, clock.instant()).orElseThrow(ReportController::missing);
        model.addAttribute(
                "page",
                ReportPage.of(
                        campaign,
                        report,
                        new ReportPage.History(analyses.history(key), decisions.list(key)),
                        reason -> reason(campaign, reason, locale),
                        wordings.in(locale)));
        return "staff/report";
    }

    /** A reason in the reader's language, as far as a survey of the campaign offers it. */
    private String reason(Campaign campaign, String reason, Locale locale) {
        return campaign.steps().stream()
                .flatMap(step -> surveys.find(step.template()).stream())
                .map(survey -> survey.reason(reason, locale.getLanguage()))
                .filter(words -> !words.equals(reason))
                .findFirst()
                .orElse(reason);
    }

    @PostMapping("/campaigns/{key}/decisions")
    String decide(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String text,
            Authentication actor,
            RedirectAttributes next) {
        if (campaigns.find(key).isEmpty()) {
            throw missing();
        }
        try {
            decisions.add(key, text, Access.actor(actor).name(), clock.instant());
            next.addFlashAttribute("done", "staff.done.decided");
        } catch (InvalidInput refused) {
            next.addFlashAttribute("refused", refused.getMessage());
        }
        next.addAttribute("key", key);
        return "redirect:/campaigns/{key}/report";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
