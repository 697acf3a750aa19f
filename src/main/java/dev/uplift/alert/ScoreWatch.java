package dev.uplift.alert;

import dev.uplift.alert.Condition.ScoreBelow;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Interval;
import dev.uplift.impact.stats.Moments;
import dev.uplift.impact.stats.Share;
import dev.uplift.platform.Metric;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether a score is surely too low. */
@Component
class ScoreWatch {

    private static final String ANSWERS = """
            select score, count(*) as answers
              from survey.counted
             where survey_key = any (:surveys) and metric = :metric and at > :since and at <= :now
             group by score""";

    /** Three standard errors: one looks again and again, and nobody is to be woken by noise. */
    private static final double ALPHA = .0027;

    /** So many points further down are worth another mail. */
    private static final double STEP = 10;

    private final JdbcClient jdbc;
    private final Surveys surveys;

    ScoreWatch(JdbcClient jdbc, Surveys surveys) {
        this.jdbc = jdbc;
        this.surveys = surveys;
    }

    /** The score, if even the upper end of its range is below. */
    Optional<Sighting> look(ScoreBelow wanted, Instant now) {
        var answers = answers(wanted, now);
        if (answers.answered() < wanted.answers()) {
            return Optional.empty();
        }
        var range = range(wanted.metric(), answers);
        return range.high() < wanted.points() ? Optional.of(sighting(wanted, answers, range)) : Optional.empty();
    }

    private static Sighting sighting(ScoreBelow wanted, Classes answers, Interval range) {
        return new Sighting(
                "score-below",
                wanted.metric().key() + ":" + wanted.touchpoint(),
                wanted.points() - range.high(),
                STEP,
                Map.of(
                        "metric", wanted.metric().key(),
                        "touchpoint", wanted.touchpoint(),
                        "score", Math.round(answers.score()),
                        "low", Math.round(Math.max(wanted.metric().leastScore(), range.low())),
                        "high", Math.round(range.high()),
                        "points", wanted.points(),
                        "answers", answers.answered(),
                        "days", wanted.within().toDays()));
    }

    private static Interval range(Metric metric, Classes answers) {
        return metric.share()
                ? new Share(answers.promoters(), answers.answered()).range(ALPHA)
                : Moments.of(answers).range(ALPHA);
    }

    private Classes answers(ScoreBelow wanted, Instant now) {
        return jdbc
                .sql(ANSWERS)
                .param("surveys", asking(wanted))
                .param("metric", wanted.metric().key())
                .param("since", Timestamp.from(now.minus(wanted.within())))
                .param("now", Timestamp.from(now))
                .query((row, number) -> classes(wanted.metric(), row.getInt("score"), row.getLong("answers")))
                .list()
                .stream()
                .reduce(new Classes(0, 0, 0), Classes::plus);
    }

    private String[] asking(ScoreBelow wanted) {
        return surveys.keys().stream()
                .flatMap(key -> surveys.find(key).stream())
                .filter(survey ->
                        wanted.touchpoint().isEmpty() || survey.touchpoint().equals(wanted.touchpoint()))
                .map(Survey::key)
                .toArray(String[]::new);
    }

    private static Classes classes(Metric metric, int answer, long people) {
        return switch (metric.code(answer)) {
            case -100 -> new Classes(people, 0, 0);
            case 0 -> new Classes(0, people, 0);
            default -> new Classes(0, 0, people);
        };
    }
}
