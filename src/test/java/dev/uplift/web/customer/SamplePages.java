package dev.uplift.web.customer;

import dev.uplift.platform.Metric;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Invitation;
import dev.uplift.survey.Survey;
import dev.uplift.survey.SurveySamples;
import dev.uplift.web.customer.SurveyView.Form;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Every page that customers can see, by name. */
record SamplePages(Page page, SurveyView view) {

    static final List<String> NAMES = List.of(
            "nps",
            "csat",
            "ces",
            "missing",
            "reason",
            "flaws",
            "further",
            "anonymous",
            "late",
            "thanks",
            "thanks-anonymous",
            "answered",
            "closed-unknown",
            "closed-final",
            "unsubscribe",
            "unsubscribed",
            "resubscribed",
            "stop",
            "privacy");

    private static final Survey FURTHER = SurveySamples.survey(Metric.NPS, SurveySamples.FURTHER);
    private static final Survey ANONYMOUS = SurveySamples.survey(Metric.NPS, "mode: anonymous");
    private static final Answer GIVEN = new Answer(
            3,
            List.of("Preis"),
            "Zu teuer",
            true,
            "de",
            Map.of("solved", List.of("part"), "missing", List.of("refund")));

    ModelAndView show(String name, String language) {
        return switch (name) {
            case "nps", "csat", "ces" ->
                question(SurveySamples.survey(Metric.of(name).orElseThrow(), ""), language, false);
            case "missing" -> question(FURTHER, language, true);
            case "reason" ->
                step(FURTHER, language, new Step(true, List.of(), List.of("solved", "expected")), Map.of());
            case "flaws" ->
                step(
                        FURTHER,
                        language,
                        new Step(true, List.of(), List.of("solved", "expected")),
                        Map.of("solved", "problem.open", "expected", "problem.long", "comment", "problem.long"));
            case "further" -> step(FURTHER, language, new Step(false, List.of("solved"), List.of("missing")), Map.of());
            case "anonymous" -> step(ANONYMOUS, language, new Step(true, List.of(), List.of()), Map.of());
            default -> end(name, language);
        };
    }

    private ModelAndView end(String name, String language) {
        return switch (name) {
            case "late" -> {
                var invitation = RenderedPages.invitation(language, FURTHER, GIVEN, Duration.ofDays(9));
                var form = new Form("n", Step.first(List.of()), "", Map.of());
                yield view.reason("token", invitation, language, Entry.of(GIVEN).with(9), form);
            }
            case "thanks" -> view.thanks("token", answered(language), language);
            case "thanks-anonymous" ->
                view.thanks("token", RenderedPages.invitation(language, ANONYMOUS, null, Duration.ZERO), language);
            case "answered" -> view.answered("token", answered(language), language);
            case "closed-unknown", "closed-final" ->
                page.closed(name.substring("closed-".length()), language, HttpStatus.OK);
            case "privacy" -> page.show("privacy", language, "?lang=de", Map.of());
            default -> {
                var stop = name.equals("stop");
                var values = Map.of(
                        "path", "/u/token", "purpose", stop ? "survey" : "service", "channel", stop ? "any" : "email");
                yield page.show(stop ? "unsubscribe" : name, language, "?lang=de", values);
            }
        };
    }

    private ModelAndView question(Survey survey, String language, boolean missing) {
        var invitation = RenderedPages.invitation(language, survey, null, Duration.ZERO);
        return view.question("token", invitation, language, Entry.NOTHING, missing);
    }

    private ModelAndView step(Survey survey, String language, Step step, Map<String, String> flaws) {
        var invitation = RenderedPages.invitation(language, survey, null, Duration.ZERO);
        var entry = new Entry(3, List.of("Preis"), "Zu teuer", true, Map.of("solved", List.of("part")));
        return view.reason("token", invitation, language, entry, new Form("n", step, "", flaws));
    }

    private static Invitation answered(String language) {
        return RenderedPages.invitation(language, FURTHER, GIVEN, Duration.ZERO);
    }
}
