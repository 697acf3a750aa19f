package dev.uplift.web.staff;

import dev.uplift.survey.Sightings;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What programs did to survey links in the last month. */
@Controller
class FalseAnswersController {

    private final Sightings sightings;
    private final Wordings wordings;
    private final Clock clock;

    FalseAnswersController(Sightings sightings, Wordings wordings, Clock clock) {
        this.sightings = sightings;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/false-answers")
    String show(Locale locale, Model model) {
        var found = sightings.lastMonth(clock.instant());
        model.addAttribute("page", FalseAnswersPage.of(found, wordings.in(locale)));
        return "staff/false-answers";
    }
}
