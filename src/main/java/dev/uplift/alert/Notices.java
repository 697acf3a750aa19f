package dev.uplift.alert;

import dev.uplift.platform.Problem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leaders were told, and who has taken note of it. */
@Component
public class Notices {

    private static final String LIST = Notice.COLUMNS + """
             order by acknowledged_at is not null, coalesce(acknowledged_at, raised_at) desc, id desc
             limit 200""";

    private static final String EVENTS = "select at, actor, what from alert.event where notice_id = :id order by id";

    private static final String STUCK = """
            select id::text as id, rule_key, address, state, reply, created_at
              from alert.mail
             where state in ('FAILED', 'UNKNOWN')
             order by created_at desc
             limit 50""";

    private static final String ACKNOWLEDGE = """
            with acknowledged as (
                update alert.notice
                   set acknowledged_by = :actor, acknowledged_at = :now, mail_at = null
                 where id = :id and acknowledged_at is null
                returning id)
            insert into alert.event (notice_id, at, actor, what)
            select id, cast(:now as timestamptz), :actor, 'ACKNOWLEDGED' from acknowledged""";

    private final JdbcClient jdbc;
    private final Alerts alerts;

    Notices(JdbcClient jdbc, Alerts alerts) {
        this.jdbc = jdbc;
        this.alerts = alerts;
    }

    /** Something that happened to a notice: it was raised, repeated, mailed or acknowledged. */
    public record Event(Instant at, String actor, String what) {}

    /** A mail of which nobody knows whether it arrived ({@code UNKNOWN}), or that did not ({@code FAILED}). */
    public record StuckMail(String id, String rule, String address, String state, String reply, Instant at) {}

    /** At most 200, those that nobody has acknowledged first, then the newest. */
    public List<Notice> list() {
        return jdbc.sql(LIST).query(Notice::of).list();
    }

    /** The notice with this number. */
    public Optional<Notice> find(long id) {
        return jdbc.sql(Notice.COLUMNS + " where id = :id")
                .param("id", id)
                .query(Notice::of)
                .optional();
    }

    /** What happened to it, the oldest first. */
    public List<Event> events(long id) {
        return jdbc.sql(EVENTS)
                .param("id", id)
                .query((row, number) ->
                        new Event(row.getTimestamp("at").toInstant(), row.getString("actor"), row.getString("what")))
                .list();
    }

    /** At most 50 mails that somebody should look after, the newest first. */
    public List<StuckMail> stuck() {
        return jdbc.sql(STUCK)
                .query((row, number) -> new StuckMail(
                        row.getString("id"),
                        row.getString("rule_key"),
                        row.getString("address"),
                        row.getString("state"),
                        row.getString("reply"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** What is wrong with the files of the rules. */
    public List<Problem> problems() {
        return alerts.problems();
    }

    /** Somebody takes note; false if somebody had before, or there is no such notice. */
    @Transactional
    public boolean acknowledge(long id, String actor, Instant now) {
        return jdbc.sql(ACKNOWLEDGE)
                        .param("id", id)
                        .param("actor", actor)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }
}
