package dev.uplift.survey;

/** Somebody else has changed the definition since its author began; nothing was saved. */
public class SurveyChanged extends RuntimeException {

    SurveyChanged(String key) {
        super("campaigns/surveys/" + key + ".yaml was changed meanwhile");
    }
}
