package dev.uplift.web.staff;

import dev.uplift.delivery.Holds;
import dev.uplift.web.security.Access;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The end of a hold on all sending. */
@Controller
class SendingController {

    private final Holds holds;
    private final Clock clock;

    SendingController(Holds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    @PostMapping("/sending/release")
    String release(Authentication actor, RedirectAttributes next) {
        holds.release(Access.actor(actor), clock.instant());
        next.addFlashAttribute("done", "staff.done.released");
        return "redirect:/campaigns";
    }
}
