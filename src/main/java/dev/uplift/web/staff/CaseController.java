package dev.uplift.web.staff;

import dev.uplift.followup.Cases;
import dev.uplift.followup.Outcome;
import dev.uplift.followup.Touch;
import dev.uplift.identity.Account;
import dev.uplift.identity.Accounts;
import dev.uplift.web.security.Access;
import java.time.Clock;
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
    private final CaseAct act;
    private final Accounts accounts;
    private final Wordings wordings;
    private final Clock clock;

    CaseController(Cases cases, CasePages pages, CaseAct act, Accounts accounts, Wordings wordings, Clock clock) {
        this.cases = cases;
        this.pages = pages;
        this.act = act;
        this.accounts = accounts;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long id, Authentication reader, Locale locale, Model model) {
        var page = pages.page(id, CaseAct.name(reader), clock.instant(), wordings.in(locale));
        model.addAttribute("page", page.orElseThrow(CaseController::missing));
        return "staff/case";
    }

    @PostMapping("/take")
    String take(@PathVariable long id, Authentication agent, RedirectAttributes next, Locale locale) {
        return act.take(id, agent, next, locale, "taken", (who, now) -> cases.take(id, who, now));
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
            return act.refuse(id, next, wordings.in(locale).text("staff.case.no-colleague", name));
        }
        CaseAct.Step give = (who, now) -> cases.handOver(id, who, name.isEmpty() ? null : name, why.strip(), now);
        return act.take(id, agent, next, locale, "handed-over", give);
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
            return act.take(id, agent, next, locale, "snoozed", (who, now) -> cases.snooze(id, who, back, now));
        } catch (DateTimeParseException e) {
            return act.refuse(id, next, wording.text("staff.case.no-time"));
        }
    }

    @PostMapping("/contact")
    String contact(
            @PathVariable long id,
            @RequestParam String channel,
            @RequestParam boolean reached,
            @RequestParam(defaultValue = "") String note,
            Authentication agent,
            RedirectAttributes next,
            Locale locale) {
        CaseAct.Step log = (who, now) -> cases.contact(id, who, new Touch(channel, reached, note.strip()), now);
        return act.take(id, agent, next, locale, "contacted", log);
    }

    @PostMapping("/close")
    String close(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String rootCause,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean takeNext,
            Authentication agent,
            RedirectAttributes next,
            Locale locale) {
        var cause = rootCause.isEmpty() ? null : rootCause;
        CaseAct.Step close = (who, now) -> cases.close(id, who, cause, outcome, note.strip(), now);
        var after = act.take(id, agent, next, locale, "closed", close);
        return takeNext && next.getFlashAttributes().containsKey("done") ? act.next(agent, next) : after;
    }

    @PostMapping("/merge")
    String merge(
            @PathVariable long id,
            @RequestParam long into,
            Authentication agent,
            RedirectAttributes next,
            Locale locale) {
        return act.take(id, agent, next, locale, "merged", (who, now) -> cases.merge(id, who, into, now));
    }

    private static boolean follows(Account account) {
        return Access.FOLLOW_UP.allows(account.actor());
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
