package dev.uplift.web.api;

import dev.uplift.impact.insights.Topic;
import dev.uplift.impact.insights.Topics;
import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Surveys;
import dev.uplift.survey.answers.AnswerQuestion;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What comments are about: counts that tell nobody apart. */
@RestController
class TopicsApi {

    private static final Duration USUAL = Duration.ofDays(365);

    private final Topics topics;
    private final Surveys surveys;
    private final ZoneId zone;
    private final Clock clock;

    TopicsApi(Topics topics, Surveys surveys, UpliftSettings settings, Clock clock) {
        this.topics = topics;
        this.surveys = surveys;
        this.zone = ZoneId.of(settings.company().zone());
        this.clock = clock;
    }

    /** Topics of one survey, {@code from} and {@code to} a day, by default the last year. */
    @GetMapping("/api/answers/tags")
    List<View> topics(@RequestParam String survey, @RequestParam Map<String, String> asked) {
        var filter = AnswerQuestion.read(asked, zone);
        var metric = surveys.find(survey)
                .orElseThrow(() -> new NotKnown("survey", survey))
                .metric();
        var until = Optional.ofNullable(filter.until()).orElseGet(clock::instant);
        var from = Optional.ofNullable(filter.from()).orElseGet(() -> until.minus(USUAL));
        return topics.of(survey, metric, from, until).topics().stream()
                .map(View::of)
                .toList();
    }

    /**
     * A topic.
     *
     * @param mentioned answers with a comment that are about it
     * @param others answers with a comment that are not
     * @param classes the answers that mention it by class; absent where a class is too small to be seen
     */
    record View(
            String tag,
            long mentioned,
            long others,
            @Nullable Classes classes) {

        static View of(Topic topic) {
            return new View(
                    topic.tag(),
                    topic.mentioned().answered(),
                    topic.others().answered(),
                    topic.apart() ? topic.mentioned() : null);
        }
    }
}
