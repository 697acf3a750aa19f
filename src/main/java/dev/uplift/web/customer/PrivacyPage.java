package dev.uplift.web.customer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is stored about an answer, and whom to ask about it. */
@Controller
class PrivacyPage {

    private final Page page;

    PrivacyPage(Page page) {
        this.page = page;
    }

    @GetMapping("/s/privacy")
    ModelAndView privacy(@RequestParam(required = false) @Nullable String lang) {
        var language = page.language(lang);
        return page.show("privacy", language, "?lang=" + Texts.other(language), Map.of());
    }
}
