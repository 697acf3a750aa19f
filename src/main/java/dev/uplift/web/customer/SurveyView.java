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
        var model = model(token, language, entry);
        model.put("occasion", occasion);
        model.put("metric", invitation.survey().metric().key());
        model.put("lowest", invitation.survey().metric().lowest());
        model.put("highest", invitation.survey().metric().highest());
        model.put("missing", missing);
        return page.show("question", language, "?lang=" + Texts.other(language) + "&change", model);
    }

    /** Step 2: why, for a score that has been chosen. */
    ModelAndView reason(String token, Invitation invitation, String language, Entry entry, Form form) {
        var model = model(token, language, entry);
        var metric = invitation.survey().metric();
        model.put("why", why(entry.score() == null ? metric.lowest() : entry.score(), metric));
        model.put("offered", invitation.survey().reasons().getOrDefault(language, List.of()));
        model.put("nonce", form.nonce());
        model.put("problem", form.problem());
        model.put("longest", Entry.LONGEST_COMMENT);
        return page.show(
                "reason", language, "?score=" + entry.score() + "&lang=" + Texts.other(language) + "&change", model);
    }

    /** What has been answered already, with a way to change it. */
    ModelAndView answered(String token, String language, Entry given) {
        return page.show("answered", language, "?lang=" + Texts.other(language), model(token, language, given));
    }

    /** Thanks, after storing. */
    ModelAndView thanks(String token, String language, Entry given) {
        return page.show("thanks", language, "?lang=" + Texts.other(language), model(token, language, given));
    }

    private static Map<String, Object> model(String token, String language, Entry entry) {
        var model = new HashMap<String, Object>();
        model.put("token", token);
        model.put("stopUrl", "/s/" + token + "/stop?lang=" + language);
        model.put("score", entry.score() == null ? -1 : entry.score());
        model.put("reasons", entry.reasons());
        model.put("comment", entry.comment());
        model.put("callBack", entry.callBack());
        return model;
    }

    /** Asks differently by score without telling anybody how we class them. */
    static String why(int score, Metric metric) {
        return switch (metric.part(score)) {
            case LOWER -> "why.low";
            case MIDDLE -> "why.middle";
            case UPPER -> "why.high";
        };
    }

    /**
     * The form of step 2.
     *
     * @param problem key of the text that says why it is shown again, or empty
     */
    record Form(String nonce, String problem) {}
}
