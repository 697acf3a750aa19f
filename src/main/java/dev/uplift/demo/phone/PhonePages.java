package dev.uplift.demo.phone;

import dev.uplift.demo.LocalOnly;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The phones of all simulated customers: numbers on one side, the conversation of one on the other. */
@Controller
@Conditional(LocalOnly.class)
class PhonePages {

    private static final int PAGE = 30;
    private static final int BUBBLES = 100;

    private final Texts texts;

    PhonePages(Texts texts) {
        this.texts = texts;
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

    private List<Bubble> bubbles(String number, Locale locale) {
        var newestFirst = new java.util.ArrayList<>(texts.of(number, BUBBLES));
        java.util.Collections.reverse(newestFirst);
        return newestFirst.stream().map(text -> Bubble.of(text, locale)).toList();
    }
}
