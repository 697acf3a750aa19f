package dev.uplift.web.staff;

import dev.uplift.followup.CaseRefused;
import dev.uplift.followup.Cases;
import dev.uplift.platform.InvalidInput;
import dev.uplift.web.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a page takes a step with a case: it says what was done, or why not, and shows the case again. */
@Component
class CaseAct {

    private final Cases cases;
    private final Wordings wordings;
    private final HttpServletRequest request;
    private final Clock clock;

    /** The request is that of the current thread. */
    CaseAct(Cases cases, Wordings wordings, HttpServletRequest request, Clock clock) {
        this.cases = cases;
        this.wordings = wordings;
        this.request = request;
        this.clock = clock;
    }

    /** Takes the step; 404 if the case is of no desk at which this person works. */
    String take(long id, Authentication agent, RedirectAttributes next, Locale locale, String done, Step step) {
        var who = name(agent);
        refuseUnlessKnown(id, who);
        var wording = wordings.in(locale);
        try {
            step.take(who, clock.instant());
            next.addFlashAttribute("done", "staff.case.done." + done);
        } catch (CaseRefused refused) {
            return refuse(id, next, Refusal.words(refused, wording));
        } catch (InvalidInput refused) {
            return refuse(id, next, wording.text("staff.case.refused.INPUT", String.valueOf(refused.getMessage())));
        }
        next.addAttribute("id", id);
        return "redirect:/cases/{id}";
    }

    /** Gives the next case to this person and shows it, or the queue if nobody waits. */
    String next(Authentication agent, RedirectAttributes next) {
        var taken = cases.takeNext(name(agent), clock.instant());
        next.asMap().clear();
        taken.ifPresent(it -> next.addAttribute("id", it.id()));
        next.addFlashAttribute("done", taken.isPresent() ? "staff.case.done.taken" : "staff.cases.nobody");
        return taken.isPresent() ? "redirect:/cases/{id}" : "redirect:/cases";
    }

    void refuseUnlessKnown(long id, String who) {
        if (cases.find(id, who).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** Says why, and gives back what was entered. */
    String refuse(long id, RedirectAttributes next, String why) {
        next.addFlashAttribute("refused", why);
        next.addFlashAttribute("refusedForm", request.getRequestURI().replaceAll(".*/", ""));
        next.addFlashAttribute("refusedEntries", entries());
        next.addAttribute("id", id);
        return "redirect:/cases/{id}";
    }

    private Map<String, String> entries() {
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("_csrf"))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
    }

    static String name(Authentication agent) {
        return Access.actor(agent).name();
    }

    /** Something that an agent does at an instant. */
    interface Step {
        void take(String agent, Instant now);
    }
}
