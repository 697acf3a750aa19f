package dev.uplift.web.staff;

import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.IllegalState;
import dev.uplift.delivery.Resolution;
import dev.uplift.delivery.Unknowns;
import dev.uplift.identity.Actor;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.SendId;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends of unknown outcome: a list, and what people decide about them. */
@Controller
@RequestMapping("/campaigns/{key}/unknown")
class UnknownController {

    private final Campaigns campaigns;
    private final Unknowns unknowns;
    private final Resolution resolution;
    private final Wordings wordings;
    private final Clock clock;

    UnknownController(Campaigns campaigns, Unknowns unknowns, Resolution resolution, Wordings wordings, Clock clock) {
        this.campaigns = campaigns;
        this.unknowns = unknowns;
        this.resolution = resolution;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping
    String list(@PathVariable String key, Authentication reader, Locale locale, Model model) {
        var name = campaigns.find(key).orElseThrow(UnknownController::missing).name();
        model.addAttribute("page", page(key, name, Access.actor(reader), wordings.in(locale)));
        return "staff/unknown";
    }

    @PostMapping("/{send}/settle")
    String settle(
            @PathVariable String key,
            @PathVariable UUID send,
            @RequestParam boolean arrived,
            @RequestParam(defaultValue = "") String evidence,
            Authentication actor,
            RedirectAttributes next) {
        Step settle = (id, who) -> resolution.settle(id, arrived, evidence, who, clock.instant());
        return act(settle, "staff.done.settled", key, send, actor, next);
    }

    @PostMapping("/{send}/resend")
    String ask(
            @PathVariable String key,
            @PathVariable UUID send,
            @RequestParam(defaultValue = "") String why,
            Authentication actor,
            RedirectAttributes next) {
        Step ask = (id, who) -> resolution.ask(id, why, who, clock.instant());
        return act(ask, "staff.done.asked", key, send, actor, next);
    }

    @PostMapping("/{send}/resend/approve")
    String approve(@PathVariable String key, @PathVariable UUID send, Authentication actor, RedirectAttributes next) {
        Step approve = (id, who) -> resolution.approve(id, who, clock.instant());
        return act(approve, "staff.done.approved", key, send, actor, next);
    }

    private UnknownPage page(String key, String name, Actor reader, Wording wording) {
        var now = clock.instant();
        var count = unknowns.count(key);
        var rows = unknowns.of(key, now).stream()
                .map(send -> UnknownPage.Row.of(send, reader.name(), Access.APPROVE.allows(reader), now, wording))
                .toList();
        return new UnknownPage(
                key, name, wording.count(count), rows.size() >= count, Access.OPERATE.allows(reader), rows);
    }

    private String act(Step step, String done, String key, UUID send, Authentication actor, RedirectAttributes next) {
        var id = new SendId(send);
        if (!unknowns.owns(key, id)) {
            throw missing();
        }
        try {
            step.take(id, Access.actor(actor));
            next.addFlashAttribute("done", done);
        } catch (IllegalState | InvalidInput refused) {
            next.addFlashAttribute("refused", refused.getMessage());
        }
        next.addAttribute("key", key);
        return "redirect:/campaigns/{key}/unknown";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private interface Step {
        void take(SendId send, Actor actor);
    }
}
