package dev.uplift.web.staff;

import dev.uplift.impact.insights.Group;
import dev.uplift.impact.insights.Topic;
import dev.uplift.impact.insights.Topics;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import dev.uplift.survey.answers.Tagging;
import dev.uplift.survey.answers.Tags;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What comments are about; counts and scores only, for those who may see reports. */
@Controller
class TopicsController {

    private static final int USUAL_DAYS = 365;

    private final Topics topics;
    private final Tags tags;
    private final Tagging tagging;
    private final Surveys surveys;
    private final Wordings wordings;
    private final Clock clock;

    TopicsController(Topics topics, Tags tags, Tagging tagging, Surveys surveys, Wordings wordings, Clock clock) {
        this.topics = topics;
        this.tags = tags;
        this.tagging = tagging;
        this.surveys = surveys;
        this.wordings = wordings;
        this.clock = clock;
    }

    /** Days from the first to the last; a survey's answers are never mixed with another's. */
    private record Asked(Survey survey, LocalDate from, LocalDate until) {}

    @GetMapping("/answers/tags")
    String topics(
            @RequestParam(defaultValue = "") String survey,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model) {
        var wording = wordings.in(locale);
        var until = day(to).orElseGet(() -> LocalDate.ofInstant(clock.instant(), wording.zone()));
        var first = day(from).filter(day -> !day.isAfter(until)).orElseGet(() -> until.minusDays(USUAL_DAYS));
        var page = chosen(survey, first, until, wording).map(it -> page(new Asked(it, first, until), wording));
        model.addAttribute("page", page.orElse(null));
        return "staff/topics";
    }

    private TopicsPage page(Asked asked, Wording reader) {
        var wording = reader.of(asked.survey().metric());
        var found = overview(asked, wording);
        var waiting = tagging.waiting();
        return new TopicsPage(
                Select.of(
                        "survey",
                        wording.text("staff.answers.survey"),
                        surveys.keys().stream().sorted(),
                        asked.survey().key(),
                        key -> key),
                asked.from().toString(),
                asked.until().toString(),
                wording.count(found.all().answered()),
                found.all().answered() < Group.FEWEST_SHOWN ? null : TopicRow.score(found.all(), wording),
                TopicRow.heads(asked.survey().metric(), wording),
                found.topics().stream().map(topic -> row(topic, asked, wording)).toList(),
                waiting == 0 ? "" : wording.count(waiting),
                !tags.all().isEmpty(),
                tags.problems().stream().map(PlanPage.Fault::of).toList());
    }

    private TopicRow row(Topic topic, Asked asked, Wording wording) {
        var narrowed = Map.of(
                "tag", topic.tag(),
                "survey", asked.survey().key(),
                "from", asked.from().toString(),
                "to", asked.until().toString());
        var name = tags.find(topic.tag()).map(tag -> wording.chosen(tag.name())).orElse(topic.tag());
        return TopicRow.of(topic, name, new AnswersForm(narrowed).address("/answers", Map.of()), wording);
    }

    private Topics.Overview overview(Asked asked, Wording wording) {
        return topics.of(
                asked.survey().key(),
                asked.survey().metric(),
                asked.from().atStartOfDay(wording.zone()).toInstant(),
                asked.until().plusDays(1).atStartOfDay(wording.zone()).toInstant());
    }

    /** The wanted survey, else the first with comments, else the first. */
    private Optional<Survey> chosen(String wanted, LocalDate from, LocalDate until, Wording wording) {
        var known = surveys.keys().stream()
                .sorted()
                .map(surveys::find)
                .flatMap(Optional::stream)
                .toList();
        return surveys.find(wanted)
                .or(() -> known.stream()
                        .filter(it -> overview(new Asked(it, from, until), wording)
                                        .all()
                                        .answered()
                                > 0)
                        .findFirst())
                .or(() -> known.stream().findFirst());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
