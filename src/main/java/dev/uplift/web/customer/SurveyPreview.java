package dev.uplift.web.customer;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Metric;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Invitation;
import dev.uplift.survey.Mode;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import dev.uplift.web.customer.SurveyView.Form;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages of a survey for its author; nobody is invited, so nothing can be stored. */
@Controller
class SurveyPreview {

    private static final Map<String, Metric.Part> PARTS =
            Map.of("low", Metric.Part.LOWER, "middle", Metric.Part.MIDDLE, "high", Metric.Part.UPPER);

    private final Surveys surveys;
    private final SurveyView view;
    private final Clock clock;

    SurveyPreview(Surveys surveys, SurveyView view, Clock clock) {
        this.surveys = surveys;
        this.view = view;
        this.clock = clock;
    }

    /** The page: the question, a reason by part of the scale, the further step or the thanks. */
    @GetMapping("/surveys/{key}/preview")
    ModelAndView preview(
            @PathVariable String key,
            @RequestParam(defaultValue = "question") String page,
            @RequestParam(defaultValue = "") String lang) {
        var survey = surveys.find(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var language = Texts.language(lang);
        var shown = show(survey, page, language);
        shown.addObject("preview", true);
        shown.addObject("otherUrl", "?page=" + page + "&lang=" + Texts.other(language));
        return shown;
    }

    private ModelAndView show(Survey survey, String page, String language) {
        if (page.equals("thanks")) {
            return view.thanks("preview", invitation(survey, language, true), language);
        }
        var invitation = invitation(survey, language, false);
        var score = survey.metric().from(PARTS.getOrDefault(page, Metric.Part.LOWER));
        var entry = Entry.NOTHING.with(score);
        if (PARTS.containsKey(page)) {
            var form = new Form("", Step.first(entry.asked(survey)), "", Map.of());
            return view.reason("preview", invitation, language, entry, form);
        }
        return page.equals("further")
                ? further(survey, invitation, language, entry)
                : view.question("preview", invitation, language, Entry.NOTHING, false);
    }

    /** The questions that depend on an answer, as if all of these had been given. */
    private ModelAndView further(Survey survey, Invitation invitation, String language, Entry entry) {
        var given = new HashMap<String, List<String>>();
        survey.questions()
                .forEach(question ->
                        question.showIf().answered().forEach((asked, option) -> given.put(asked, List.of(option))));
        var all = new Entry(entry.score(), List.of(), "", false, given);
        var first = Step.first(entry.asked(survey));
        var later = all.asked(survey).stream()
                .filter(question -> !first.knows(question))
                .toList();
        return view.reason("preview", invitation, language, all, new Form("", first.next(later), "", Map.of()));
    }

    private Invitation invitation(Survey survey, String language, boolean answered) {
        var now = clock.instant();
        var answer = answered && survey.mode() != Mode.ANONYMOUS
                ? new Answer(survey.metric().highest(), List.of(), null, false, language)
                : null;
        return new Invitation(
                new SendId(new UUID(0, 0)),
                new RunId(0),
                new CustomerId(0),
                survey,
                survey.mode(),
                language,
                now.plus(survey.expires()),
                answer,
                answer == null ? null : now,
                answered,
                now);
    }
}
