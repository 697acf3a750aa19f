package dev.uplift.impact.insights;

import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that are counted, each with what it was about and which contacts came before it. */
@Component
class AnswerLog {

    /** Run 0 asks only those who were unhappy before, who say nothing about all. */
    private static final String FRESH = """
            create temporary table fresh on commit drop as
            select r.invitation_id, r.customer_id, r.run_id, r.send_id, r.survey_key, r.at, r.score
              from survey.response r
             where r.metric = 'nps'
               and r.run_id <> 0
               and not exists (select from impact.answer a where a.invitation_id = r.invitation_id)""";

    /** A survey whose file is gone has no kind any more. */
    private static final String SERIES = """
            insert into impact.series (survey_key, kind, touchpoint)
            select f.survey_key, coalesce(k.kind, 'unknown'), coalesce(k.touchpoint, 'unknown')
              from (select distinct survey_key from fresh) f
              left join unnest(:keys::text[], :kinds::text[], :touchpoints::text[]) k (survey_key, kind, touchpoint)
                     on k.survey_key = f.survey_key
                on conflict do nothing""";

    private static final String ADD = """
            insert into impact.answer (invitation_id, customer_id, run_id, at, day, series_id, score, channel)
            select f.invitation_id, f.customer_id, f.run_id, f.at, (f.at at time zone :zone)::date, s.id, f.score,
                   coalesce(l.channel, 'unknown')
              from fresh f
              left join unnest(:keys::text[], :kinds::text[], :touchpoints::text[]) k (survey_key, kind, touchpoint)
                     on k.survey_key = f.survey_key
              join impact.series s on s.survey_key = f.survey_key
                                  and s.kind = coalesce(k.kind, 'unknown')
                                  and s.touchpoint = coalesce(k.touchpoint, 'unknown')
              left join delivery.ledger l on l.send_id = f.send_id""";

    /** Also of the same customers' other answers: one that comes late shortens the time before the next. */
    private static final String FORGET = """
            delete from impact.contact c
             using impact.answer a
             where a.invitation_id = c.invitation_id
               and a.customer_id in (select customer_id from fresh)""";

    private static final String CONTACTS = """
            insert into impact.contact (invitation_id, kind, channel, contacts)
            select a.invitation_id, case when l.kind in ('message', 'follow-up') then 'message' else 'survey' end, l.channel, count(*)
              from (select invitation_id, customer_id, run_id, at,
                           lag(at, 1, '-infinity') over (partition by customer_id order by at, invitation_id) as since
                      from impact.answer
                     where customer_id in (select customer_id from fresh)) a
              join delivery.ledger l on l.customer_id = a.customer_id
                                    and l.exposed_at > a.since
                                    and l.exposed_at <= a.at
             where not l.ghost
               and (l.kind in ('message', 'follow-up') or l.run_id <> a.run_id)
             group by 1, 2, 3""";

    private final JdbcClient jdbc;
    private final Surveys surveys;

    AnswerLog(JdbcClient jdbc, Surveys surveys) {
        this.jdbc = jdbc;
        this.surveys = surveys;
    }

    /** Adds what is not there yet and gives its number; needs a transaction. Days are those of this zone. */
    long add(ZoneId zone) {
        jdbc.sql(FRESH).update();
        jdbc.sql("analyze fresh").update();
        known(SERIES).update();
        var added = known(ADD).param("zone", zone.getId()).update();
        if (added > 0) {
            jdbc.sql("analyze impact.answer").update();
            jdbc.sql(FORGET).update();
            jdbc.sql(CONTACTS).update();
        }
        return added;
    }

    private JdbcClient.StatementSpec known(String statement) {
        var known = surveys.keys().stream()
                .map(surveys::find)
                .flatMap(java.util.Optional::stream)
                .toList();
        return jdbc.sql(statement)
                .param("keys", texts(known, Survey::key))
                .param("kinds", texts(known, Survey::kind))
                .param("touchpoints", texts(known, Survey::touchpoint));
    }

    private static String[] texts(List<Survey> surveys, Function<Survey, String> value) {
        return surveys.stream().map(value).toArray(String[]::new);
    }
}
