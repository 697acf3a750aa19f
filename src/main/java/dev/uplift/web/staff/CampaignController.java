package dev.uplift.web.staff;

import dev.uplift.web.security.Access;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of one campaign. */
@Controller
class CampaignController {

    private final CampaignPages pages;
    private final Wordings wordings;

    CampaignController(CampaignPages pages, Wordings wordings) {
        this.pages = pages;
        this.wordings = wordings;
    }

    @GetMapping("/campaigns/{key}")
    String campaign(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String customer,
            Authentication reader,
            Locale locale,
            Model model) {
        var page = pages.find(key, customer, Access.actor(reader), wordings.in(locale))
                .orElseThrow(CampaignController::missing);
        model.addAttribute("page", page);
        return "staff/campaign";
    }

    /** The delivery card alone, for the open page to renew its numbers. */
    @GetMapping("/campaigns/{key}/delivery")
    String delivery(@PathVariable String key, Locale locale, Model model) {
        model.addAttribute("key", key);
        model.addAttribute(
                "delivery", pages.delivery(key, wordings.in(locale)).orElseThrow(CampaignController::missing));
        return "staff/delivery";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
