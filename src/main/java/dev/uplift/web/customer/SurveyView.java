package dev.uplift.web.customer;

import dev.uplift.platform.Metric;
import dev.uplift.survey.Invitation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of a survey for one invitation. */
@Component
class SurveyView {

    private final Page page;

    SurveyView(Page page) {
        this.page = page;
    }

    /** Step 1: the question. */
    ModelAndView question(String token, Invitation invitation, String language, Entry entry, boolean missing) {
        var occasion = invitation.survey().occasion().getOrDefault(language, "");
        var model = model(token, invitation, language, entry);
        model.put("occasion", occasion);
        model.put("metric", invitation.survey().metric().key());
        model.put("lowest", invitation.survey().metric().lowest());
        model.put("highest", invitation.survey().metric().highest());
        model.put("missing", missing);
        return page.show("question", language, "?lang=" + Texts.other(language) + "&change", model);
    }

    /** Step 2 for a score that has been chosen: why, or later only whether to change the score. Also the steps after it. */
    ModelAndView reason(String token, Invitation invitation, String language, Entry entry, Form form) {
        var survey = invitation.survey();
        var part = survey.metric().part(entry.score() == null ? survey.metric().lowest() : entry.score());
        var model = model(token, invitation, language, entry);
        model.put("why", why(part));
        model.put("ownWhy", survey.why().getOrDefault(part, Map.of()).getOrDefault(language, ""));
        model.put("offered", survey.reasons().getOrDefault(language, List.of()));
        model.put("nonce", form.nonce());
        model.put("problem", form.problem());
        model.put("flaws", form.flaws());
        model.put("fields", Fields.of(survey, entry, form, language));
        model.put("asked", form.step().before());
        model.put("carried", Fields.carried(entry, form.step()));
        model.put("longest", Entry.LONGEST_TEXT);
        var template = !invitation.wordsOpen() ? "late" : form.step().first() ? "reason" : "further";
        return page.show(
                template, language, "?score=" + entry.score() + "&lang=" + Texts.other(language) + "&change", model);
    }

    /** What has been answered already, with a way to change it. */
    ModelAndView answered(String token, Invitation invitation, String language) {
        var given = Entry.of(invitation.given());
        var model = model(token, invitation, language, given);
        model.put("answers", Fields.answers(invitation.survey(), given, language));
        return page.show("answered", language, "?lang=" + Texts.other(language), model);
    }

    /** Thanks, after storing. */
    ModelAndView thanks(String token, Invitation invitation, String language) {
        var model = model(token, invitation, language, Entry.of(invitation.given()));
        return page.show("thanks", language, "?lang=" + Texts.other(language), model);
    }

    private Map<String, Object> model(String token, Invitation invitation, String language, Entry entry) {
        var model = new HashMap<String, Object>();
        model.put("token", token);
        model.put("stopUrl", "/s/" + token + "/stop?lang=" + language);
        model.put("mode", invitation.mode().key());
        model.put("score", entry.score() == null ? -1 : entry.score());
        model.put("reasons", reasons(invitation, entry, language));
        model.put("comment", entry.comment());
        model.put("callBack", entry.callBack());
        var score = invitation.scoreUntil();
        var words = invitation.wordsUntil();
        model.put("scoreUntil", score == null || !invitation.open() ? "" : page.moment(score, language));
        model.put("wordsUntil", words == null || !invitation.wordsOpen() ? "" : page.moment(words, language));
        return model;
    }

    /** In the words of this language, though they may have been chosen in another. */
    private static List<String> reasons(Invitation invitation, Entry entry, String language) {
        return entry.reasons().stream()
                .map(reason -> invitation.survey().reason(reason, language))
                .toList();
    }

    /** Asks differently by score without telling anybody how we class them. */
    static String why(Metric.Part part) {
        return switch (part) {
            case LOWER -> "why.low";
            case MIDDLE -> "why.middle";
            case UPPER -> "why.high";
        };
    }

    /**
     * The form of step 2 or later.
     *
     * @param problem key of the text that says why it is shown again, or empty
     * @param flaws keys of texts that say what is wrong with single fields
     */
    record Form(String nonce, Step step, String problem, Map<String, String> flaws) {}
}
