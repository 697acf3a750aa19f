package dev.uplift.web.staff;

import dev.uplift.followup.Cases;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom to follow up, the most urgent first. */
@Controller
class QueueController {

    private final Cases cases;
    private final CasePages pages;
    private final CaseAct act;
    private final Wordings wordings;
    private final Clock clock;

    QueueController(Cases cases, CasePages pages, CaseAct act, Wordings wordings, Clock clock) {
        this.cases = cases;
        this.pages = pages;
        this.act = act;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/cases")
    String queue(@RequestParam(defaultValue = "") String show, Authentication agent, Locale locale, Model model) {
        var shown = QueuePage.Show.of(show);
        model.addAttribute("page", pages.queue(shown, name(agent), clock.instant(), wordings.in(locale)));
        return "staff/cases";
    }

    /** How many came since the page was opened, for a page that does not move by itself. */
    @GetMapping("/cases/fresh")
    String fresh(
            @RequestParam(defaultValue = "") String show,
            @RequestParam long after,
            Authentication agent,
            Locale locale,
            Model model) {
        var count = cases.countNew(name(agent), after);
        model.addAttribute("fresh", QueuePage.Fresh.of(QueuePage.Show.of(show), after, count, wordings.in(locale)));
        return "staff/fresh";
    }

    @PostMapping("/cases/next")
    String next(Authentication agent, RedirectAttributes next) {
        return act.next(agent, next);
    }

    private static String name(Authentication agent) {
        return Access.actor(agent).name();
    }
}
