package dev.uplift.web.customer;

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
    private final Page page;
    private final Clock clock;

    SurveyAnswers(Surveys surveys, SurveyView view, FormNonce nonces, Page page, Clock clock) {
        this.surveys = surveys;
        this.view = view;
        this.nonces = nonces;
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
                && surveys.answer(token, entry.answer(score, invitation.survey(), language), clock.instant());
        if (!stored) {
            return page.closed(invitation.given() == null ? "expired" : "final", language, HttpStatus.GONE);
        }
        return Redirects.seeOther("/s/" + token + "/thanks?lang=" + language);
    }

    private ModelAndView ask(String token, Invitation invitation, String language, Entry entry, String problem) {
        return view.reason(token, invitation, language, entry, new Form(nonces.issue(token, clock.instant()), problem));
    }

    private static ModelAndView unacceptable(ModelAndView shown) {
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }
}
