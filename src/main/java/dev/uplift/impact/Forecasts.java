package dev.uplift.impact;

import dev.uplift.audience.Segments;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Unit;
import dev.uplift.impact.stats.Power;
import dev.uplift.platform.Metric;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a campaign of a given size could show, before anything is sent. */
@Component
public class Forecasts {

    private static final String ANSWER_RATE = """
            select (select count(*) from survey.invited) as invited, (select count(*) from survey.counted) as answered""";

    /** Answers per invitation to expect while fewer than {@link #KNOWN} invitations have been made. */
    private static final double USUAL_RATE = .2;

    private static final int KNOWN = 100;

    /** Of an average customer of the audience: somebody of a large account is met more often. */
    private static final String PER_ACCOUNT = """
            select coalesce(sum(people * people) / sum(people), 1)
              from (select count(*) as people
                      from audience.member m
                     where {audience}
                     group by m.account_id, case when m.account_id is null then m.customer_id end) a""";

    private final JdbcClient jdbc;
    private final Segments segments;

    Forecasts(JdbcClient jdbc, Segments segments) {
        this.jdbc = jdbc;
        this.segments = segments;
    }

    /**
     * What to expect of a campaign.
     *
     * @param contacted people who would get it
     * @param holdOut people who would be held back
     */
    public Forecast of(Campaign campaign, long contacted, long holdOut, Instant now) {
        var rate = answerRate();
        var people = contacted + holdOut;
        var designEffect = designEffect(campaign, rate, now);
        var variance = variance(campaign.metric()) * designEffect;
        return new Forecast(
                rate,
                detectable(campaign.metric(), variance, contacted * rate, holdOut * rate),
                (long) (Math.min(contacted, holdOut) * rate),
                holdOutNeeded(variance, people * rate, campaign.worth()),
                Plans.untilReadOut(campaign).toDays(),
                designEffect);
    }

    /** So many answers tell as much as one of people who know nothing of each other; above 1 where whole accounts are drawn. */
    double designEffect(Campaign campaign, double rate, Instant now) {
        return campaign.unit() == Unit.CUSTOMER ? 1 : Accounts.designEffect(perAccount(campaign, now), rate);
    }

    private double perAccount(Campaign campaign, Instant now) {
        var condition = segments.condition(campaign.audience(), now);
        return jdbc.sql(PER_ACCOUNT.replace("{audience}", condition.sql()))
                .params(condition.parameters())
                .query(Double.class)
                .single();
    }

    /**
     * What to expect.
     *
     * @param answerRate answers per invitation, 0 to 1
     * @param detectablePoints smallest effect found with 80 % power at a two-sided 5 %, in points or percentage points, or null with nobody held back
     * @param fewestAnswers answers expected in the smaller arm; below 50 there will be no verdict
     * @param holdOutNeeded smallest share to hold back that lets an effect worth having be found, or null if not even half does
     * @param daysToReadOut days from the start to the verdict
     * @param designEffect so many answers tell as much as one of people who know nothing of each other; 1 unless whole accounts
     *     are drawn
     */
    public record Forecast(
            double answerRate,
            @Nullable Double detectablePoints,
            long fewestAnswers,
            @Nullable Double holdOutNeeded,
            long daysToReadOut,
            double designEffect) {}

    private static @Nullable Double holdOutNeeded(double variance, double answers, int worth) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(twentieths -> twentieths / 20.0)
                .filter(share -> answers >= Power.total(variance, Math.max(1, worth), share))
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

    private static @Nullable Double detectable(Metric metric, double variance, double treated, double holdOut) {
        return treated <= 0 || holdOut <= 0
                ? null
                : (Double) Math.min(100.0 - metric.leastScore(), Power.detectable(variance, treated, holdOut));
    }

    /** Variance per person to plan with while none has been observed. */
    static double variance(Metric metric) {
        return metric.share() ? Power.PLANNING_VARIANCE_OF_SHARE : Power.PLANNING_VARIANCE;
    }
}
