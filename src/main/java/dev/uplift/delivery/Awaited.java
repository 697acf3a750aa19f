package dev.uplift.delivery;

import dev.uplift.platform.RunId;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs in which messages follow answers: they stay open as long as such an answer may come. */
@Repository
class Awaited {

    private static final String BEGIN = "insert into delivery.awaited (run_id) values (:run) on conflict do nothing";

    private static final String ASKED = """
            select s.template, max(s.exposed_at) as last
              from delivery.awaited a
              join delivery.send s on s.run_id = a.run_id
             where a.run_id = :run and s.kind = 'survey' and s.exposed_at is not null
             group by s.template""";

    private static final String AWAIT = "update delivery.awaited set until = :until where run_id = :run";

    /** The end of the waiting, or some hours after the first answer that nobody has listened to. */
    private static final String NEXT = """
            with waiting as (
                select a.run_id, a.until
                  from delivery.awaited a
                  join campaign.run r on r.run_id = a.run_id and r.state = 'RUNNING')
            select least((select min(until) from waiting), (
                   select min(s.at) + interval '6 hours'
                     from survey.score s
                    where s.at > (select until from delivery.heard) and s.run_id in (select run_id from waiting)))""";

    private record Asked(String template, Timestamp last) {}

    private final JdbcClient jdbc;
    private final Surveys surveys;

    Awaited(JdbcClient jdbc, Surveys surveys) {
        this.jdbc = jdbc;
        this.surveys = surveys;
    }

    /** Messages will follow answers of this run. */
    void begin(RunId run) {
        jdbc.sql(BEGIN).param("run", run.value()).update();
    }

    /** Whether no answer can come any more that a message follows; else it is remembered until when. */
    boolean over(RunId run, Instant now) {
        var awaited = lastAnswer(run).filter(last -> last.isAfter(now));
        awaited.ifPresent(last -> jdbc.sql(AWAIT)
                .param("run", run.value())
                .param("until", Timestamp.from(last))
                .update());
        return awaited.isEmpty();
    }

    /** When somebody should listen again, or a run need not wait any longer. */
    Optional<Instant> next() {
        return jdbc.sql(NEXT).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** The end of the last invitation, and some time to hear of an answer in the last moment. */
    private Optional<Instant> lastAnswer(RunId run) {
        return jdbc.sql(ASKED).param("run", run.value()).query(Asked.class).list().stream()
                .map(asked ->
                        asked.last.toInstant().plus(expires(asked.template)).plus(AfterAnswers.OVERLAP))
                .max(Comparator.naturalOrder());
    }

    private Duration expires(String survey) {
        return surveys.find(survey).map(Survey::expires).orElse(Duration.ZERO);
    }
}
