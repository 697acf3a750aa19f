package dev.uplift.web.customer;

import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.SendOwner;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Unsubscribing: GET shows one sentence and one button, POST acts, also as RFC 8058 one-click without a browser. */
@Controller
class UnsubscribePages {

    private final Ledger ledger;
    private final Withdrawals withdrawals;
    private final Page page;

    UnsubscribePages(Ledger ledger, Withdrawals withdrawals, Page page) {
        this.ledger = ledger;
        this.withdrawals = withdrawals;
        this.page = page;
    }

    @GetMapping("/u/{token}")
    ModelAndView open(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        return answer(token, page.language(lang, first(accepted)), "unsubscribe", owner -> owner);
    }

    @PostMapping("/u/{token}")
    ModelAndView withdraw(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        return answer(token, page.language(lang, first(accepted)), "unsubscribed", owner -> {
            withdrawals.withdraw(owner);
            return owner;
        });
    }

    @PostMapping("/u/{token}/undo")
    ModelAndView undo(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted) {
        return answer(token, page.language(lang, first(accepted)), "resubscribed", owner -> {
            withdrawals.undo(owner);
            return owner;
        });
    }

    private ModelAndView answer(String token, String language, String template, Function<SendOwner, SendOwner> act) {
        return ledger.ownerOf(token)
                .map(act)
                .map(owner -> show(token, language, template, owner))
                .orElseGet(() -> page.closed("unknown", language, HttpStatus.NOT_FOUND));
    }

    private ModelAndView show(String token, String language, String template, SendOwner owner) {
        var path = "/u/" + token;
        var values = Map.of(
                "path",
                path,
                "purpose",
                owner.purpose().key(),
                "channel",
                owner.channel().key());
        return page.show(template, language, path + "?lang=" + Texts.other(language), values);
    }

    /** The favourite of an Accept-Language header; browsers list it first. */
    private static @Nullable String first(@Nullable String accepted) {
        return accepted == null ? null : accepted.split("[,;]", 2)[0].strip();
    }
}
