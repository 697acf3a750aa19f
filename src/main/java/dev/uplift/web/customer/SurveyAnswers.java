package dev.uplift.web.customer;

import dev.uplift.survey.Answer;
import dev.uplift.survey.Invitation;
import dev.uplift.survey.Mode;
import dev.uplift.survey.Surveys;
import dev.uplift.web.customer.SurveyView.Form;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** Takes what was entered: a score leads to the second step, that to questions which depend on it; the last step is stored. */
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
        var step = Step.first(entry.asked(invitation.survey()));
        return ask(token, invitation, language, entry, step, "", Map.of());
    }

    ModelAndView submit(String token, Invitation invitation, String language, MultiValueMap<String, String> form) {
        var entry = Entry.of(form, invitation.survey());
        if (entry.score() == null) {
            return unacceptable(view.question(token, invitation, language, entry, true));
        }
        if (!form.containsKey("nonce")) {
            var before = invitation.given() == null
                    ? entry
                    : Entry.of(invitation.given()).with(entry.score());
            return ask(token, invitation, language, before);
        }
        var step = Step.of(form);
        if (!nonces.valid(form.getFirst("nonce"), token, clock.instant())) {
            return unacceptable(ask(token, invitation, language, entry, step, "problem.old", Map.of()));
        }
        return invitation.wordsOpen()
                ? next(token, invitation, language, entry, step)
                : store(token, invitation, language, entry);
    }

    /** The same step again if something is wrong, the next one if more has to be asked, else the end. */
    private ModelAndView next(String token, Invitation invitation, String language, Entry entry, Step step) {
        var flaws = Flaws.of(entry, invitation.survey(), step);
        if (!flaws.isEmpty()) {
            return unacceptable(ask(token, invitation, language, entry, step, "", flaws));
        }
        var fresh = entry.asked(invitation.survey()).stream()
                .filter(question -> !step.knows(question))
                .toList();
        return fresh.isEmpty()
                ? store(token, invitation, language, entry)
                : ask(token, invitation, language, entry, step.next(fresh), "", Map.of());
    }

    private ModelAndView store(String token, Invitation invitation, String language, Entry entry) {
        var score = entry.score();
        var stored = score != null && stored(token, !invitation.used(), entry.answer(score, language));
        if (!stored) {
            return page.closed(find(token).map(SurveyAnswers::reason).orElse("unknown"), language, HttpStatus.GONE);
        }
        browser.remember(token);
        return Redirects.seeOther("/s/" + token + "/thanks?lang=" + language);
    }

    /** Who saw no answer yet must not overwrite one that came from another browser meanwhile. */
    private boolean stored(String token, boolean first, Answer answer) {
        return first ? surveys.confirm(token, answer, clock.instant()) : surveys.answer(token, answer, clock.instant());
    }

    private Optional<Invitation> find(String token) {
        return surveys.find(token, clock.instant());
    }

    /** Why an answer to this invitation would not be taken. */
    static String reason(Invitation invitation) {
        if (invitation.mode() == Mode.ANONYMOUS && invitation.used()) {
            return "anonymous";
        }
        if (invitation.open()) {
            return "answered";
        }
        return invitation.used() ? "final" : "expired";
    }

    private ModelAndView ask(
            String token,
            Invitation invitation,
            String language,
            Entry entry,
            Step step,
            String problem,
            Map<String, String> flaws) {
        var nonce = nonces.issue(token, clock.instant());
        return view.reason(token, invitation, language, entry, new Form(nonce, step, problem, flaws));
    }

    private static ModelAndView unacceptable(ModelAndView shown) {
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }
}
