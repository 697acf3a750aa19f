package dev.uplift.web.staff;

import dev.uplift.followup.CaseRefused;
import dev.uplift.followup.Improvement;
import dev.uplift.followup.Improvements;
import dev.uplift.platform.InvalidInput;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is to change so that customers need not complain again: everybody proposes, managers decide. */
@Controller
@RequestMapping("/improvements")
class ImprovementController {

    private final Improvements improvements;
    private final ImprovementPages pages;
    private final Wordings wordings;
    private final Clock clock;

    ImprovementController(Improvements improvements, ImprovementPages pages, Wordings wordings, Clock clock) {
        this.improvements = improvements;
        this.pages = pages;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping
    String list(Locale locale, Model model) {
        model.addAttribute("rows", pages.list(wordings.in(locale)));
        return "staff/improvements";
    }

    @GetMapping("/new")
    String form(@ModelAttribute("form") ImprovementForm form, Model model) {
        model.addAttribute("campaigns", pages.campaigns());
        return "staff/improvement-new";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Authentication reader, Locale locale, Model model) {
        var decides = Access.APPROVE.allows(Access.actor(reader));
        model.addAttribute(
                "page",
                pages.page(id, decides, clock.instant(), wordings.in(locale))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("campaigns", pages.campaigns());
        model.addAttribute("follows", Access.FOLLOW_UP.allows(Access.actor(reader)));
        return "staff/improvement";
    }

    @PostMapping
    String propose(
            @ModelAttribute("form") ImprovementForm form,
            Authentication by,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        try {
            refuseUnknownCampaign(form, locale);
            var now = clock.instant();
            next.addAttribute(
                    "id",
                    improvements.propose(form.proposal(now), name(by), now).id());
            next.addFlashAttribute("done", "staff.improvement.done.proposed");
            return "redirect:/improvements/{id}";
        } catch (InvalidInput refused) {
            model.addAttribute("refused", refused.getMessage());
            return form(form, model);
        }
    }

    @PostMapping("/{id}/decide")
    String decide(
            @PathVariable long id,
            @RequestParam Improvement.State state,
            @RequestParam(defaultValue = "") String note,
            Authentication by,
            Locale locale,
            RedirectAttributes next) {
        return act(
                id,
                "decided",
                next,
                locale,
                () -> improvements.decide(id, state, note.strip(), name(by), clock.instant()));
    }

    @PostMapping("/{id}/change")
    String change(
            @PathVariable long id, ImprovementForm form, Authentication by, Locale locale, RedirectAttributes next) {
        return act(id, "changed", next, locale, () -> {
            refuseUnknownCampaign(form, locale);
            improvements.change(id, form.details(), name(by), clock.instant());
        });
    }

    private String act(long id, String done, RedirectAttributes next, Locale locale, Runnable step) {
        try {
            step.run();
            next.addFlashAttribute("done", "staff.improvement.done." + done);
        } catch (CaseRefused refused) {
            next.addFlashAttribute("refused", Refusal.words(refused, wordings.in(locale)));
        } catch (InvalidInput refused) {
            next.addFlashAttribute("refused", String.valueOf(refused.getMessage()));
        }
        next.addAttribute("id", id);
        return "redirect:/improvements/{id}";
    }

    private void refuseUnknownCampaign(ImprovementForm form, Locale locale) {
        if (!form.campaign().isEmpty() && !pages.campaigns().containsKey(form.campaign())) {
            throw ImprovementForm.refusal(
                    "campaign", wordings.in(locale).text("staff.improvement.no-campaign", form.campaign()));
        }
    }

    private static String name(Authentication by) {
        return Access.actor(by).name();
    }
}
