package dev.uplift.survey;

import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Surveys for tests. */
public final class SurveySamples {

    /** Every kind of question and condition, for a scale of NPS. */
    public static final String FURTHER = """
            questions:
              - key: solved
                type: choice
                ask: { de: "Ist Ihr Anliegen gelöst?", en: "Has your concern been solved?" }
                options:
                  yes-all: { de: "Ja", en: "Yes" }
                  part: { de: "Zum Teil", en: "In part" }
                  no: { de: "Nein", en: "No" }
              - key: missing
                type: choices
                optional: true
                ask: { de: "Was fehlt noch?", en: "What is still missing?" }
                options:
                  answer: { de: "Eine Antwort", en: "An answer" }
                  refund: { de: "Eine Gutschrift", en: "A refund" }
                show-if: { answered: { solved: part } }
              - key: expected
                type: text
                ask: { de: "Was hatten Sie erwartet?", en: "What had you expected?" }
                show-if: { score: low }
            """;

    private SurveySamples() {}

    /** A survey with reasons and whatever else is written. */
    public static Survey survey(Metric metric, String more) {
        return read("bill", """
                metric: %s
                kind: transactional
                touchpoint: annual-bill
                occasion: { de: "Anlass: Ihre Jahresrechnung", en: "About: your annual bill" }
                reasons:
                  de: [Unklare Rechnung, Preis, Erreichbarkeit, Freundlichkeit, Etwas anderes]
                  en: [Unclear bill, Price, Being reached, Friendliness, Something else]
                """.formatted(metric.key()) + more);
    }

    private static Survey read(String key, String text) {
        var problems = new ArrayList<Problem>();
        var survey = new SurveyReader(List.of("de", "en")).read(key, text, problems);
        return Objects.requireNonNull(survey, problems::toString);
    }
}
