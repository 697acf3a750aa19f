package dev.uplift.web.staff;

import dev.uplift.impact.insights.RollUp;
import dev.uplift.strategy.Goals;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The goal tree: which promises are kept, and what campaigns do for them. */
@Controller
class GoalsController {

    private final Goals goals;
    private final RollUp rollUp;
    private final Wordings wordings;
    private final Clock clock;

    GoalsController(Goals goals, RollUp rollUp, Wordings wordings, Clock clock) {
        this.goals = goals;
        this.rollUp = rollUp;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/goals")
    String goals(Locale locale, Model model) {
        var wording = wordings.in(locale);
        model.addAttribute("page", GoalsPage.of(goals.board(clock.instant()), wording));
        model.addAttribute("asOf", rollUp.asOf().map(wording::time).orElse(null));
        model.addAttribute(
                "faults", goals.problems().stream().map(PlanPage.Fault::of).toList());
        return "staff/goals";
    }
}
