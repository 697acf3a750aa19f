package dev.uplift.web.customer;

import dev.uplift.delivery.SendOwner;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.survey.Invitation;
import dev.uplift.survey.Surveys;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** No more surveys, on no channel, by the link at the foot of the survey itself; also after it has ended. */
@Controller
class SurveyStopPages {

    private static final List<Medium> CHANNELS = List.of(Medium.EMAIL, Medium.SMS);

    private final Surveys surveys;
    private final Withdrawals withdrawals;
    private final Page page;
    private final Clock clock;

    SurveyStopPages(Surveys surveys, Withdrawals withdrawals, Page page, Clock clock) {
        this.surveys = surveys;
        this.withdrawals = withdrawals;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping("/s/{token}/stop")
    ModelAndView open(@PathVariable String token, @RequestParam(required = false) @Nullable String lang) {
        return answer(token, lang, "unsubscribe", owner -> {});
    }

    @PostMapping("/s/{token}/stop")
    ModelAndView stop(@PathVariable String token, @RequestParam(required = false) @Nullable String lang) {
        return answer(token, lang, "unsubscribed", withdrawals::withdraw);
    }

    @PostMapping("/s/{token}/stop/undo")
    ModelAndView undo(@PathVariable String token, @RequestParam(required = false) @Nullable String lang) {
        return answer(token, lang, "resubscribed", withdrawals::undo);
    }

    private ModelAndView answer(String token, @Nullable String lang, String template, Consumer<SendOwner> act) {
        var found = surveys.find(token, clock.instant());
        if (found.isEmpty()) {
            return page.closed("unknown", page.language(lang), HttpStatus.NOT_FOUND);
        }
        CHANNELS.forEach(channel -> act.accept(owner(found.get(), channel)));
        var language = page.language(lang, found.get().language());
        var path = "/s/" + token + "/stop";
        var values = Map.of("path", path, "purpose", Purpose.SURVEY.key(), "channel", "any");
        return page.show(template, language, path + "?lang=" + Texts.other(language), values);
    }

    private static SendOwner owner(Invitation invitation, Medium channel) {
        return new SendOwner(
                invitation.customer(),
                channel,
                Purpose.SURVEY,
                "survey " + invitation.survey().key());
    }
}
