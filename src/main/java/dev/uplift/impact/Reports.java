package dev.uplift.impact;

import dev.uplift.impact.stats.Power;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes reports from aggregates. */
@Component
public class Reports {

    /**
     * One row per arm. Whoever was invited without having been drawn took part in a survey without a lot and counts as
     * treated. One answer per person counts, the first; earlier answers are the latest before the lot.
     */
    private static final String ARMS = """
            with run as (
                select r.run_id
                  from campaign.run r
                 where r.campaign_key = :campaign
                   and (exists (select from delivery.drawn d where d.run_id = r.run_id)
                        or exists (select from survey.invited i where i.run_id = r.run_id))
                 order by r.number desc
                 limit 1),
            invitation as (
                select i.customer_id, min(i.at) as at
                  from survey.invited i join run using (run_id)
                 where i.at <= :now
                 group by i.customer_id),
            person as (
                select d.customer_id, d.arm, d.assigned_at as at
                  from delivery.drawn d join run using (run_id)
                union all
                select i.customer_id, 'treated', i.at
                  from invitation i
                 where not exists (
                     select from delivery.drawn d join run using (run_id) where d.customer_id = i.customer_id)),
            contact as (
                select distinct e.customer_id
                  from delivery.exposure e join run using (run_id)
                 where e.at <= :now
                   and e.kind = (select case when bool_or(l.kind = 'message') then 'message' else 'survey' end
                                   from delivery.ledger l join run using (run_id))),
            answer as (
                select distinct on (r.customer_id) r.customer_id, r.score, r.at
                  from survey.response r join run using (run_id)
                 where r.at <= :now and r.metric = :metric
                 order by r.customer_id, r.at, r.invitation_id),
            earlier as (
                select distinct on (p.customer_id) p.customer_id, r.score
                  from person p join survey.response r on r.customer_id = p.customer_id and r.at <= p.at
                 where r.metric = :metric
                 order by p.customer_id, r.at desc, r.invitation_id desc),
            asked as (
                select p.arm, string_agg(distinct i.survey_key, ', ' order by i.survey_key) as surveys
                  from survey.invited i join run using (run_id) join person p on p.customer_id = i.customer_id
                 where i.at <= :now
                 group by p.arm)
            select p.arm,
                   count(*) as assigned,
                   count(c.customer_id) as exposed,
                   count(i.customer_id) as invited,
                   count(*) filter (where a.score <= 6) as detractors,
                   count(*) filter (where a.score between 7 and 8) as passives,
                   count(*) filter (where a.score >= 9) as promoters,
                   count(*) filter (where e.score <= 6) as earlier_detractors,
                   count(*) filter (where e.score between 7 and 8) as earlier_passives,
                   count(*) filter (where e.score >= 9) as earlier_promoters,
                   count(*) filter (where a.at > :recently) as recent,
                   coalesce(max(s.surveys), '') as surveys
              from person p
              left join contact c on c.customer_id = p.customer_id
              left join invitation i on i.customer_id = p.customer_id
              left join answer a on a.customer_id = p.customer_id
              left join earlier e on e.customer_id = p.customer_id
              left join asked s on s.arm = p.arm
             group by p.arm""";

    private static final String ANSWER_RATE = """
            select count(*) as invited, count(r.invitation_id) as answered
              from survey.invited i
              left join survey.response r on r.invitation_id = i.invitation_id""";

    private static final double WHOLE_SCALE = 200;

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The report as of now. */
    public Report report(Question question, Instant now) {
        var sides = jdbc.sql(ARMS)
                .param("campaign", question.campaign())
                .param("metric", question.metric())
                .param("now", at(now))
                .param("recently", at(now.minus(Duration.ofDays(7))))
                .query(Side::of)
                .list();
        return new Comparison(question, arm(sides, "treated"), arm(sides, "hold-out")).report(now);
    }

    /**
     * The smallest effect that could be detected with 80 % power at a two-sided 5 %, in points; 200, the whole scale, if
     * there is nobody to compare.
     *
     * @param treated expected answers of treated customers
     * @param holdOut expected answers of the hold-out
     */
    public double detectablePoints(double treated, double holdOut) {
        return treated <= 0 || holdOut <= 0
                ? WHOLE_SCALE
                : Math.min(WHOLE_SCALE, Power.detectable(Power.PLANNING_VARIANCE, treated, holdOut));
    }

    /** Answers to expect per invitation, 0 to 1: what all surveys so far brought, or 20 % below 100 invitations. */
    public double answerRate() {
        return jdbc.sql(ANSWER_RATE)
                .query((row, number) -> Shortage.rate(row.getLong("invited"), row.getLong("answered")))
                .single();
    }

    private static Side arm(java.util.List<Side> sides, String arm) {
        return sides.stream().filter(side -> side.arm().equals(arm)).findFirst().orElseGet(() -> Side.nobody(arm));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
