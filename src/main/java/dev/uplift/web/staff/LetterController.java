package dev.uplift.web.staff;

import dev.uplift.followup.CaseRefused;
import dev.uplift.followup.Letters;
import dev.uplift.platform.Medium;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the agent of a case writes to its customer. */
@Controller
@RequestMapping("/cases/{id}")
class LetterController {

    private final Letters letters;
    private final CaseLetters pages;
    private final CaseAct act;
    private final Wordings wordings;
    private final Clock clock;

    LetterController(Letters letters, CaseLetters pages, CaseAct act, Wordings wordings, Clock clock) {
        this.letters = letters;
        this.pages = pages;
        this.act = act;
        this.wordings = wordings;
        this.clock = clock;
    }

    /**
     * What stands in the form.
     *
     * @param key of the draft that was sent
     */
    record Words(String subject, String text, String key) {

        Words {
            subject = subject == null ? "" : subject;
            text = text == null ? "" : text;
            key = key == null ? "" : key;
        }
    }

    @PostMapping("/letters/{channel}/begin")
    String begin(
            @PathVariable long id,
            @PathVariable String channel,
            @RequestParam(defaultValue = "") String template,
            Authentication agent,
            RedirectAttributes next,
            Locale locale) {
        CaseAct.Step begin = (who, now) -> letters.begin(id, who, medium(channel), template, now);
        return act.take(id, agent, next, locale, "begun", begin);
    }

    @PostMapping("/letters/{channel}/save")
    String save(
            @PathVariable long id,
            @PathVariable String channel,
            @ModelAttribute Words words,
            Authentication agent,
            RedirectAttributes next,
            Locale locale) {
        CaseAct.Step save = (who, now) -> letters.save(id, who, medium(channel), words.subject, words.text, now);
        return act.take(id, agent, next, locale, "saved", save);
    }

    /** Saves while somebody writes, and says when. */
    @PutMapping(path = "/letters/{channel}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> keep(
            @PathVariable long id,
            @PathVariable String channel,
            @ModelAttribute Words words,
            Authentication agent,
            Locale locale) {
        var who = CaseAct.name(agent);
        var wording = wordings.in(locale);
        act.refuseUnlessKnown(id, who);
        try {
            var kept = letters.save(id, who, medium(channel), words.subject, words.text, clock.instant());
            return ResponseEntity.ok(CaseLetters.saved(kept, wording));
        } catch (CaseRefused refused) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Refusal.words(refused, wording));
        }
    }

    @PostMapping("/letters/{channel}/discard")
    String discard(
            @PathVariable long id,
            @PathVariable String channel,
            Authentication agent,
            RedirectAttributes next,
            Locale locale) {
        CaseAct.Step discard = (who, now) -> letters.discard(id, who, medium(channel));
        return act.take(id, agent, next, locale, "discarded", discard);
    }

    @PostMapping("/letters/{channel}/send")
    String send(
            @PathVariable long id,
            @PathVariable String channel,
            @ModelAttribute Words words,
            Authentication agent,
            RedirectAttributes next,
            Locale locale) {
        var key = key(words.key);
        CaseAct.Step send = (who, now) -> letters.send(id, who, medium(channel), key, words.subject, words.text, now);
        return act.take(id, agent, next, locale, "sent", send);
    }

    @PostMapping("/undo")
    String undo(@PathVariable long id, Authentication agent, RedirectAttributes next, Locale locale) {
        return act.take(id, agent, next, locale, "undone", (who, now) -> letters.takeBack(id, who, now));
    }

    /** What became of the newest message, for a page that looks again. */
    @GetMapping("/outbox")
    String outbox(@PathVariable long id, Authentication agent, Locale locale, Model model) {
        act.refuseUnlessKnown(id, CaseAct.name(agent));
        var outbox = pages.outbox(id, clock.instant(), wordings.in(locale));
        model.addAttribute("outbox", outbox.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "staff/outbox";
    }

    private static Medium medium(String channel) {
        return Medium.of(channel)
                .filter(medium -> medium == Medium.EMAIL || medium == Medium.SMS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
