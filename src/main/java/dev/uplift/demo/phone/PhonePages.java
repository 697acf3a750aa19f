package dev.uplift.demo.phone;

import dev.uplift.demo.LocalOnly;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The phones of all simulated customers: numbers on one side, the conversation of one on the other. */
@Controller
@Conditional(LocalOnly.class)
class PhonePages {

    private static final int PAGE = 30;
    private static final int BUBBLES = 100;

    private static final int LONGEST = 1_600;

    private final Texts texts;
    private final Pocket pocket;

    PhonePages(Texts texts, Pocket pocket) {
        this.texts = texts;
        this.pocket = pocket;
    }

    @GetMapping("/demo/phone")
    ModelAndView phone(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable Long before,
            Locale locale) {
        var digits = search.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        var found = texts.conversations(digits, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var open = number.isEmpty() && !shown.isEmpty() ? shown.get(0).number() : number;
        return new ModelAndView(
                "demo/phone",
                Map.of(
                        "conversations",
                        shown.stream()
                                .map(conversation -> Line.of(conversation, locale))
                                .toList(),
                        "search",
                        search,
                        "number",
                        open,
                        "bubbles",
                        bubbles(open, locale),
                        "older",
                        found.size() > PAGE ? found.get(PAGE - 1).newest() : 0,
                        "first",
                        before == null));
    }

    /** Writes an SMS from a number that has got one. */
    @PostMapping("/demo/phone")
    String write(@RequestParam String number, @RequestParam(defaultValue = "") String text, RedirectAttributes next)
            throws IOException, InterruptedException {
        if (!text.isBlank() && !texts.of(number, 1).isEmpty()) {
            pocket.write(number, text.substring(0, Math.min(LONGEST, text.length())));
        }
        next.addAttribute("number", number);
        return "redirect:/demo/phone#write";
    }

    private List<Bubble> bubbles(String number, Locale locale) {
        var newestFirst = new java.util.ArrayList<>(texts.conversation(number, BUBBLES));
        java.util.Collections.reverse(newestFirst);
        return newestFirst.stream().map(text -> Bubble.of(text, locale)).toList();
    }
}
