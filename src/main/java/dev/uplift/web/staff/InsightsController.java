package dev.uplift.web.staff;

import dev.uplift.impact.insights.Insights;
import dev.uplift.impact.insights.RollUp;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How NPS stands and moves; everything chosen is in the address. */
@Controller
class InsightsController {

    private final InsightsPages pages;
    private final Insights insights;
    private final RollUp rollUp;
    private final Wordings wordings;
    private final Clock clock;

    InsightsController(InsightsPages pages, Insights insights, RollUp rollUp, Wordings wordings, Clock clock) {
        this.pages = pages;
        this.insights = insights;
        this.rollUp = rollUp;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/insights")
    String insights(@RequestParam Map<String, String> values, Locale locale, Model model) {
        model.addAttribute("page", pages.of(form(values), wordings.in(locale)));
        return "staff/insights";
    }

    /** Comes back to the same page, whose choices the form repeats. */
    @PostMapping("/insights/renew")
    String renew(@RequestParam Map<String, String> values, RedirectAttributes next) {
        rollUp.renew(clock.instant());
        next.addFlashAttribute("done", "staff.done.renewal");
        return "redirect:" + form(values).address(Map.of());
    }

    private InsightsForm form(Map<String, String> values) {
        var series = insights.series();
        var today = insights.day(clock.instant());
        return new InsightsForm(values, series, insights.starts(InsightsForm.data(series, today)), today);
    }
}
