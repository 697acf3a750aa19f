package dev.uplift.web.staff;

import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What following up does to the score, and what became of the cases. */
@Controller
class EffectController {

    private final EffectPages pages;
    private final Wordings wordings;
    private final Clock clock;

    EffectController(EffectPages pages, Wordings wordings, Clock clock) {
        this.pages = pages;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/cases/effect")
    String effect(
            @RequestParam(defaultValue = "") String desk,
            @RequestParam(defaultValue = "") String days,
            Locale locale,
            Model model) {
        var page = pages.of(desk, EffectPage.Span.of(days), clock.instant(), wordings.in(locale));
        model.addAttribute("page", page.orElse(null));
        return "staff/effect";
    }
}
