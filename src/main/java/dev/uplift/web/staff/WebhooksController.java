package dev.uplift.web.staff;

import dev.uplift.identity.AuditLog;
import dev.uplift.outbox.DeadLetters;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How other systems are told, and what could not be told; for administrators. */
@Controller
class WebhooksController {

    private final DeadLetters dead;
    private final AuditLog audit;
    private final Wordings wordings;
    private final Clock clock;

    WebhooksController(DeadLetters dead, AuditLog audit, Wordings wordings, Clock clock) {
        this.dead = dead;
        this.audit = audit;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/webhooks")
    String webhooks(Locale locale, Model model) {
        var wording = wordings.in(locale);
        var endpoints = dead.standings().stream()
                .map(standing -> WebhooksPage.Endpoint.of(standing, wording))
                .toList();
        var letters = dead.list(0).stream()
                .map(letter -> WebhooksPage.Dead.of(letter, wording))
                .toList();
        model.addAttribute("page", new WebhooksPage(endpoints, letters));
        return "staff/webhooks";
    }

    @PostMapping("/webhooks/dead/{id}/replay")
    String replay(@PathVariable long id, Authentication admin, RedirectAttributes next) {
        dead.replay(id, clock.instant());
        return replayed(String.valueOf(id), admin, next);
    }

    @PostMapping("/webhooks/dead/replay")
    String replayAll(Authentication admin, RedirectAttributes next) {
        dead.replayAll(clock.instant());
        return replayed("all", admin, next);
    }

    private String replayed(String which, Authentication admin, RedirectAttributes next) {
        audit.record(Access.actor(admin), "webhook.replay", which);
        next.addFlashAttribute("done", "staff.webhooks.replayed");
        return "redirect:/webhooks";
    }
}
