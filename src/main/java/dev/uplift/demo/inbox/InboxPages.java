package dev.uplift.demo.inbox;

import dev.uplift.demo.LocalOnly;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The inbox of all simulated customers; a mail's HTML has an address and a policy of its own, so its scripts are dead. */
@Controller
@Conditional(LocalOnly.class)
class InboxPages {

    private static final int PAGE = 50;
    private static final List<String> VIEWS = List.of("html", "text", "raw");

    /** Links may open a new tab, which is the only way to follow them from a sandbox. */
    private static final String POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src https: data:; frame-ancestors 'self'";

    private final Mails mails;

    InboxPages(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/demo/inbox")
    ModelAndView list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable Long before,
            Locale locale) {
        var found = mails.search(search.strip(), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        return new ModelAndView(
                "demo/inbox",
                Map.of(
                        "mails",
                        found.subList(0, Math.min(PAGE, found.size())).stream()
                                .map(mail -> Shown.of(mail, locale))
                                .toList(),
                        "search",
                        search,
                        "older",
                        found.size() > PAGE ? found.get(PAGE - 1).id() : 0,
                        "first",
                        before == null));
    }

    @GetMapping("/demo/inbox/{id}")
    ModelAndView mail(@PathVariable long id, @RequestParam(defaultValue = "html") String view, Locale locale) {
        var mail = find(id);
        var letter = mail.letter();
        var text = letter.text();
        return new ModelAndView(
                "demo/mail",
                Map.of(
                        "mail",
                        Shown.of(mail, locale),
                        "view",
                        VIEWS.contains(view) ? view : "html",
                        "hasHtml",
                        letter.html() != null,
                        "text",
                        text == null ? "" : text,
                        "headers",
                        letter.headers().fields(),
                        "raw",
                        mail.raw()));
    }

    @GetMapping("/demo/inbox/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        var page = Jsoup.parse(find(id).letter().body());
        page.head().prependElement("base").attr("target", "_blank");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "no-referrer")
                .body(page.outerHtml());
    }

    private Mail find(long id) {
        return mails.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no mail " + id + " in the inbox; the oldest ones are thrown away."));
    }
}
