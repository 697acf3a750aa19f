package dev.uplift.web.staff;

import dev.uplift.survey.Surveys;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All surveys, and the way to a new one. */
@Controller
class SurveysController {

    /** Long enough for a quarter's wave, short enough to say whether a survey is in use. */
    private static final Duration LATELY = Duration.ofDays(90);

    private final Surveys surveys;
    private final SurveyUses uses;
    private final Wordings wordings;
    private final Clock clock;

    SurveysController(Surveys surveys, SurveyUses uses, Wordings wordings, Clock clock) {
        this.surveys = surveys;
        this.uses = uses;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/surveys")
    String surveys(Authentication reader, Locale locale, Model model) {
        var turnouts = surveys.turnouts(clock.instant().minus(LATELY));
        var page = SurveysPage.of(surveys.all().values(), turnouts, uses.bySurvey(), wordings.in(locale));
        model.addAttribute("page", page);
        model.addAttribute(
                "faults", surveys.problems().stream().map(PlanPage.Fault::of).toList());
        model.addAttribute("operates", Access.OPERATE.allows(Access.actor(reader)));
        return "staff/surveys";
    }

    /** Leads to the page of a survey that need not exist yet. */
    @PostMapping("/surveys")
    String begin(@RequestParam(defaultValue = "") String key, RedirectAttributes next, Locale locale) {
        var wanted = key.strip();
        if (!wanted.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            next.addFlashAttribute("refused", wordings.in(locale).text("staff.surveys.no-key"));
            return "redirect:/surveys";
        }
        next.addAttribute("key", wanted);
        return "redirect:/surveys/{key}";
    }
}
