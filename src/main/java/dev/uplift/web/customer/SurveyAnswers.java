package dev.uplift.web.customer;

import dev.uplift.survey.Answer;
import dev.uplift.survey.Invitation;
import dev.uplift.survey.Surveys;
import dev.uplift.web.customer.SurveyView.Form;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** Takes what was entered: a score leads to the second step, the second step is stored. */
@Component
class SurveyAnswers {

    private final Surveys surveys;
    private final SurveyView view;
    private final FormNonce nonces;
    private final OwnBrowser browser;
    private final Page page;
    private final Clock clock;

    SurveyAnswers(Surveys surveys, SurveyView view, FormNonce nonces, OwnBrowser browser, Page page, Clock clock) {
        this.surveys = surveys;
        this.view = view;
        this.nonces = nonces;
        this.browser = browser;
        this.page = page;
        this.clock = clock;
    }

    /** Shows the second step for a chosen score; stores nothing. */
    ModelAndView ask(String token, Invitation invitation, String language, Entry entry) {
        return ask(token, invitation, language, entry, "");
    }

    ModelAndView submit(String token, Invitation invitation, String language, MultiValueMap<String, String> form) {
        var entry = Entry.of(form, invitation.survey().metric());
        if (entry.score() == null) {
            return unacceptable(view.question(token, invitation, language, entry, true));
        }
        if (!form.containsKey("nonce")) {
            var before = invitation.given() == null
                    ? entry
                    : Entry.of(invitation.given()).with(entry.score());
            return ask(token, invitation, language, before);
        }
        if (entry.tooLong()) {
            return unacceptable(ask(token, invitation, language, entry, "problem.long"));
        }
        if (!nonces.valid(form.getFirst("nonce"), token, clock.instant())) {
            return unacceptable(ask(token, invitation, language, entry, "problem.old"));
        }
        return store(token, invitation, language, entry);
    }

    private ModelAndView store(String token, Invitation invitation, String language, Entry entry) {
        var score = entry.score();
        var stored = score != null
                && stored(token, invitation.given() == null, entry.answer(score, invitation.survey(), language));
        if (!stored) {
            return page.closed(why(token), language, HttpStatus.GONE);
        }
        browser.remember(token);
        return Redirects.seeOther("/s/" + token + "/thanks?lang=" + language);
    }

    /** Who saw no answer yet must not overwrite one that came from another browser meanwhile. */
    private boolean stored(String token, boolean first, Answer answer) {
        return first ? surveys.confirm(token, answer, clock.instant()) : surveys.answer(token, answer, clock.instant());
    }

    private String why(String token) {
        var invitation = surveys.find(token, clock.instant());
        return invitation.map(Invitation::given).isEmpty()
                ? "expired"
                : invitation.get().open() ? "answered" : "final";
    }

    private ModelAndView ask(String token, Invitation invitation, String language, Entry entry, String problem) {
        return view.reason(token, invitation, language, entry, new Form(nonces.issue(token, clock.instant()), problem));
    }

    private static ModelAndView unacceptable(ModelAndView shown) {
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }
}
