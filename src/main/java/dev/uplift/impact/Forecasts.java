package dev.uplift.impact;

import dev.uplift.campaign.Campaign;
import dev.uplift.impact.stats.Power;
import dev.uplift.platform.Metric;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a campaign of a given size could show, before anything is sent. */
@Component
public class Forecasts {

    private static final String ANSWER_RATE = """
            select (select count(*) from survey.invited) as invited, (select count(*) from survey.score) as answered""";

    /** Answers per invitation to expect while fewer than {@link #KNOWN} invitations have been made. */
    private static final double USUAL_RATE = .2;

    private static final int KNOWN = 100;

    private final JdbcClient jdbc;

    Forecasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to expect of a campaign.
     *
     * @param contacted people who would get it
     * @param holdOut people who would be held back
     */
    public Forecast of(Campaign campaign, long contacted, long holdOut) {
        var rate = answerRate();
        var people = contacted + holdOut;
        return new Forecast(
                rate,
                detectable(campaign.metric(), contacted * rate, holdOut * rate),
                (long) (Math.min(contacted, holdOut) * rate),
                holdOutNeeded(campaign, people * rate),
                Plans.untilReadOut(campaign).toDays());
    }

    /**
     * What to expect.
     *
     * @param answerRate answers per invitation, 0 to 1
     * @param detectablePoints smallest effect found with 80 % power at a two-sided 5 %, in points or percentage points, or null with nobody held back
     * @param fewestAnswers answers expected in the smaller arm; below 50 there will be no verdict
     * @param holdOutNeeded smallest share to hold back that lets an effect worth having be found, or null if not even half does
     * @param daysToReadOut days from the start to the verdict
     */
    public record Forecast(
            double answerRate,
            @Nullable Double detectablePoints,
            long fewestAnswers,
            @Nullable Double holdOutNeeded,
            long daysToReadOut) {}

    private static @Nullable Double holdOutNeeded(Campaign campaign, double answers) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(twentieths -> twentieths / 20.0)
                .filter(share -> answers >= Power.total(variance(campaign.metric()), campaign.worth(), share))
                .findFirst()
                .orElse(null);
    }

    /** Answers to expect per invitation, 0 to 1: what all surveys so far brought, or 20 % below 100 invitations. */
    public double answerRate() {
        return jdbc.sql(ANSWER_RATE)
                .query((row, number) -> rate(row.getLong("invited"), row.getLong("answered")))
                .single();
    }

    static double rate(long invited, long answered) {
        return invited < KNOWN || answered == 0 ? USUAL_RATE : Math.min(1, (double) answered / invited);
    }

    private static @Nullable Double detectable(Metric metric, double treated, double holdOut) {
        return treated <= 0 || holdOut <= 0
                ? null
                : (Double) Math.min(100.0 - metric.leastScore(), Power.detectable(variance(metric), treated, holdOut));
    }

    /** Variance per person to plan with while none has been observed. */
    static double variance(Metric metric) {
        return metric.share() ? Power.PLANNING_VARIANCE_OF_SHARE : Power.PLANNING_VARIANCE;
    }
}
