package dev.uplift.web.staff;

import dev.uplift.alert.Notices;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What leaders were told; looking at it changes nothing, only the button does. */
@Controller
@RequestMapping("/alerts")
class AlertController {

    private final Notices notices;
    private final Wordings wordings;
    private final Clock clock;

    AlertController(Notices notices, Wordings wordings, Clock clock) {
        this.notices = notices;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping
    String list(Locale locale, Model model) {
        var wording = wordings.in(locale);
        model.addAttribute(
                "rows",
                notices.list().stream()
                        .map(notice -> AlertRow.of(notice, wording))
                        .toList());
        model.addAttribute(
                "stuck",
                notices.stuck().stream()
                        .map(mail -> AlertRow.Stuck.of(mail, wording))
                        .toList());
        model.addAttribute(
                "faults", notices.problems().stream().map(PlanPage.Fault::of).toList());
        return "staff/alerts";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Locale locale, Model model) {
        var wording = wordings.in(locale);
        var notice = notices.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("row", AlertRow.of(notice, wording));
        model.addAttribute(
                "history",
                notices.events(id).stream()
                        .map(event -> AlertRow.Entry.of(event, wording))
                        .toList());
        return "staff/alert";
    }

    @PostMapping("/{id}/acknowledge")
    String acknowledge(@PathVariable long id, Authentication by, RedirectAttributes next) {
        if (notices.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var first = notices.acknowledge(id, Access.actor(by).name(), clock.instant());
        next.addFlashAttribute("done", first ? "staff.alert.done" : "staff.alert.done.before");
        next.addAttribute("id", id);
        return "redirect:/alerts/{id}";
    }
}
