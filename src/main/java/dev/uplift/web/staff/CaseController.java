package dev.uplift.web.staff;

import dev.uplift.followup.CaseRefused;
import dev.uplift.followup.Cases;
import dev.uplift.followup.Outcome;
import dev.uplift.followup.Touch;
import dev.uplift.identity.Account;
import dev.uplift.identity.Accounts;
import dev.uplift.platform.InvalidInput;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case, and what its agent does with it. */
@Controller
@RequestMapping("/cases/{id}")
class CaseController {

    private final Cases cases;
    private final CasePages pages;
    private final Accounts accounts;
    private final Wordings wordings;
    private final Clock clock;

    CaseController(Cases cases, CasePages pages, Accounts accounts, Wordings wordings, Clock clock) {
        this.cases = cases;
        this.pages = pages;
        this.accounts = accounts;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long id, Authentication reader, Locale locale, Model model) {
        var page = pages.page(id, name(reader), clock.instant(), wordings.in(locale));
        model.addAttribute("page", page.orElseThrow(CaseController::missing));
        return "staff/case";
    }

    @PostMapping("/take")
    String take(@PathVariable long id, Authentication agent, RedirectAttributes next) {
        return act(id, agent, next, "taken", (who, now) -> cases.take(id, who, now));
    }

    @PostMapping("/hand-over")
    String handOver(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String why,
            Authentication agent,
            RedirectAttributes next,
            Locale locale) {
        var name = to.strip();
        if (!name.isEmpty()
                && accounts.find(name).filter(CaseController::follows).isEmpty()) {
            return refuse(id, next, wordings.in(locale).text("staff.case.no-colleague", name));
        }
        Step give = (who, now) -> cases.handOver(id, who, name.isEmpty() ? null : name, why.strip(), now);
        return act(id, agent, next, "handed-over", give);
    }

    @PostMapping("/snooze")
    String snooze(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            Authentication agent,
            RedirectAttributes next,
            Locale locale) {
        var wording = wordings.in(locale);
        try {
            var back = LocalDateTime.parse(until).atZone(wording.zone()).toInstant();
            return act(id, agent, next, "snoozed", (who, now) -> cases.snooze(id, who, back, now));
        } catch (DateTimeParseException e) {
            return refuse(id, next, wording.text("staff.case.no-time"));
        }
    }

    @PostMapping("/contact")
    String contact(
            @PathVariable long id,
            @RequestParam String channel,
            @RequestParam boolean reached,
            @RequestParam(defaultValue = "") String note,
            Authentication agent,
            RedirectAttributes next) {
        Step log = (who, now) -> cases.contact(id, who, new Touch(channel, reached, note.strip()), now);
        return act(id, agent, next, "contacted", log);
    }

    @PostMapping("/close")
    String close(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String rootCause,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String note,
            Authentication agent,
            RedirectAttributes next) {
        var cause = rootCause.isEmpty() ? null : rootCause;
        return act(id, agent, next, "closed", (who, now) -> cases.close(id, who, cause, outcome, note.strip(), now));
    }

    @PostMapping("/merge")
    String merge(@PathVariable long id, @RequestParam long into, Authentication agent, RedirectAttributes next) {
        return act(id, agent, next, "merged", (who, now) -> cases.merge(id, who, into, now));
    }

    private String act(long id, Authentication agent, RedirectAttributes next, String done, Step step) {
        var who = name(agent);
        if (cases.find(id, who).isEmpty()) {
            throw missing();
        }
        try {
            step.take(who, clock.instant());
            next.addFlashAttribute("done", "staff.case.done." + done);
        } catch (CaseRefused | InvalidInput refused) {
            return refuse(id, next, String.valueOf(refused.getMessage()));
        }
        next.addAttribute("id", id);
        return "redirect:/cases/{id}";
    }

    private static String refuse(long id, RedirectAttributes next, String why) {
        next.addFlashAttribute("refused", why);
        next.addAttribute("id", id);
        return "redirect:/cases/{id}";
    }

    private static boolean follows(Account account) {
        return Access.FOLLOW_UP.allows(account.actor());
    }

    private static String name(Authentication agent) {
        return Access.actor(agent).name();
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private interface Step {
        void take(String agent, Instant now);
    }
}
