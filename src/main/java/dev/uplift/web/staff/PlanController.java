package dev.uplift.web.staff;

import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.IllegalState;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

/** The plan before the launch, and the launch, which the number of people to contact confirms. */
@Controller
class PlanController {

    private final Plans plans;
    private final Campaigns campaigns;
    private final Wordings wordings;
    private final Clock clock;

    PlanController(Plans plans, Campaigns campaigns, Wordings wordings, Clock clock) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/campaigns/{key}/plan")
    String plan(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String effect,
            @RequestParam(required = false) @Nullable String people,
            @RequestParam(required = false) @Nullable String answers,
            Authentication reader,
            Locale locale,
            Model model) {
        model.addAttribute("page", page(key, new TrialForm(effect, people, answers), reader, locale));
        return "staff/plan";
    }

    @PostMapping("/campaigns/{key}/launch")
    String launch(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String confirm,
            Authentication actor,
            Locale locale,
            RedirectAttributes next) {
        next.addAttribute("key", key);
        var page = page(key, TrialForm.EMPTY, actor, locale);
        if (!page.launchable()) {
            next.addFlashAttribute("blocked", true);
            return "redirect:/campaigns/{key}/plan";
        }
        if (!confirm.replaceAll("[^0-9]", "").equals(Long.toString(page.toType()))) {
            next.addFlashAttribute("mistyped", confirm);
            return "redirect:/campaigns/{key}/plan";
        }
        try {
            campaigns.launch(key, Access.actor(actor), clock.instant());
            next.addFlashAttribute("done", "staff.done.launched");
            return "redirect:/campaigns/{key}";
        } catch (IllegalState refused) {
            next.addFlashAttribute("refused", refused.getMessage());
            return "redirect:/campaigns/{key}/plan";
        }
    }

    private PlanPage page(String key, TrialForm trial, Authentication reader, Locale locale) {
        return plans.find(key, trial, Access.actor(reader), wordings.in(locale))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
