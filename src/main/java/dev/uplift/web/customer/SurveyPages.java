package dev.uplift.web.customer;

import dev.uplift.survey.Invitation;
import dev.uplift.survey.Surveys;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The survey step by step; only the last POST stores anything. */
@Controller
class SurveyPages {

    private final Surveys surveys;
    private final SurveyView view;
    private final SurveyAnswers answers;
    private final Lookout lookout;
    private final OwnBrowser browser;
    private final Page page;
    private final Clock clock;

    SurveyPages(
            Surveys surveys,
            SurveyView view,
            SurveyAnswers answers,
            Lookout lookout,
            OwnBrowser browser,
            Page page,
            Clock clock) {
        this.surveys = surveys;
        this.view = view;
        this.answers = answers;
        this.lookout = lookout;
        this.browser = browser;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping("/s/{token}")
    ModelAndView open(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String change) {
        var found = find(token);
        if (found.isEmpty()) {
            return page.closed("unknown", page.language(lang), HttpStatus.NOT_FOUND);
        }
        var invitation = found.get();
        var language = page.language(lang, invitation.language());
        var given = Entry.of(invitation.given());
        var chosen = Entry.score(score, invitation.survey().metric());
        lookout.opened(token, invitation, chosen);
        if (!invitation.open()) {
            return page.closed(SurveyAnswers.reason(invitation), language, HttpStatus.GONE);
        }
        if (browser.isAnother(token, invitation)) {
            return page.closed("answered", language, HttpStatus.OK);
        }
        if (given.score() != null && change == null && (chosen == null || chosen.equals(given.score()))) {
            return view.answered(token, invitation, language);
        }
        return chosen == null
                ? view.question(token, invitation, language, given, false)
                : answers.ask(token, invitation, language, given.with(chosen));
    }

    @PostMapping("/s/{token}")
    ModelAndView submit(@PathVariable String token, @RequestParam MultiValueMap<String, String> form) {
        var found = find(token);
        if (found.isEmpty()) {
            return page.closed("unknown", page.language(form.getFirst("lang")), HttpStatus.NOT_FOUND);
        }
        var language = page.language(form.getFirst("lang"), found.get().language());
        if (browser.isAnother(token, found.get())) {
            return page.closed("answered", language, HttpStatus.CONFLICT);
        }
        return answers.submit(token, found.get(), language, form);
    }

    @GetMapping("/s/{token}/thanks")
    ModelAndView thanks(@PathVariable String token, @RequestParam(required = false) @Nullable String lang) {
        return find(token)
                .filter(Invitation::used)
                .map(invitation -> thanks(token, invitation, page.language(lang, invitation.language())))
                .orElseGet(() -> page.closed("unknown", page.language(lang), HttpStatus.NOT_FOUND));
    }

    private ModelAndView thanks(String token, Invitation invitation, String language) {
        return browser.isAnother(token, invitation)
                ? page.closed("answered", language, HttpStatus.OK)
                : view.thanks(token, invitation, language);
    }

    private Optional<Invitation> find(String token) {
        return surveys.find(token, clock.instant());
    }
}
