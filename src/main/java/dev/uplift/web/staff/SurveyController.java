package dev.uplift.web.staff;

import dev.uplift.identity.AuditLog;
import dev.uplift.platform.Hash;
import dev.uplift.platform.InvalidInput;
import dev.uplift.survey.SurveyChanged;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The definition of one survey: read, checked, saved. */
@Controller
@RequestMapping("/surveys/{key}")
class SurveyController {

    private final Surveys surveys;
    private final AuditLog audit;
    private final Wordings wordings;
    private final Clock clock;

    SurveyController(Surveys surveys, AuditLog audit, Wordings wordings, Clock clock) {
        this.surveys = surveys;
        this.audit = audit;
        this.wordings = wordings;
        this.clock = clock;
    }

    /** Whoever chooses another language after a check comes here by its address. */
    @GetMapping({"", "/check"})
    String show(@PathVariable String key, Authentication reader, Locale locale, Model model) {
        var operates = Access.OPERATE.allows(Access.actor(reader));
        var source = surveys.source(key);
        if (source.isEmpty() && !operates) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var before = source.map(Hash::of).orElse("");
        var page = new SurveyPage.Text(source.orElse(SurveyPage.STARTER), before);
        model.addAttribute("page", page(key, page, operates, locale));
        return "staff/survey";
    }

    /** Says what is wrong with a text; changes nothing. */
    @PostMapping("/check")
    String check(
            @PathVariable String key,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String before,
            Locale locale,
            Model model) {
        var page = page(key, SurveyPage.Text.entered(text, before), true, locale);
        model.addAttribute("page", page);
        model.addAttribute("checked", page.faults().isEmpty());
        return "staff/survey";
    }

    /** Puts a text in force, unless it has errors or somebody else was faster; then the text stays in the form. */
    @PostMapping
    Object save(
            @PathVariable String key,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String before,
            Authentication author,
            Locale locale,
            RedirectAttributes next) {
        var entered = SurveyPage.Text.entered(text, before);
        try {
            surveys.save(key, entered.text(), before, clock.instant());
        } catch (InvalidInput broken) {
            return refused(key, entered, "staff.survey.broken", locale);
        } catch (SurveyChanged changed) {
            var current = surveys.source(key).map(Hash::of).orElse("");
            return refused(key, new SurveyPage.Text(entered.text(), current), "staff.survey.changed", locale);
        }
        audit.record(Access.actor(author), "survey.save", key);
        next.addFlashAttribute("done", "staff.survey.saved");
        next.addAttribute("key", key);
        return "redirect:/surveys/{key}";
    }

    private ModelAndView refused(String key, SurveyPage.Text text, String why, Locale locale) {
        var shown = new ModelAndView("staff/survey");
        shown.addObject("page", page(key, text, true, locale));
        shown.addObject("refused", wordings.in(locale).text(why));
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private SurveyPage page(String key, SurveyPage.Text text, boolean operates, Locale locale) {
        return SurveyPage.of(
                key, text, surveys.draft(key, text.text()), surveys.find(key), operates, wordings.in(locale));
    }
}
