package dev.uplift.followup;

import dev.uplift.platform.SendId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of questions that are asked again. */
@Repository
class SecondBook {

    /** A desk that begins to ask again does not ask the customers of all its past cases. */
    private static final Duration LATE = Duration.ofDays(7);

    /** How long after it is asked an answer is waited for. */
    private static final Duration PATIENCE = Duration.ofDays(60);

    /** Not of a case that an answer to a second question opened: nobody is asked without end. */
    private static final String DUE = """
            select c.id, c.customer_id, i.send_id, coalesce(l.channel, 'email') as channel
              from followup.case c
              join survey.invited i on i.invitation_id = c.invitation_id
              left join delivery.ledger l on l.send_id = i.send_id
             where c.desk = :desk
               and c.opened_at <= :opened::timestamptz
               and c.opened_at > :opened::timestamptz - :late * interval '1 second'
               and c.state <> 'MERGED'
               and not exists (select from followup.second_survey x where x.case_id = c.id)
               and not exists (select from followup.second_survey x where x.send_id = i.send_id)
             order by c.id
             limit 500
               for update of c skip locked""";

    private static final String BEGIN = """
            insert into followup.second_survey (case_id, survey, send_id, begun_at, refused)
            values (:id, :survey, :send, :now, :refused)""";

    /** What ledger and survey know and the case does not. */
    private static final String NEWS = """
            select x.case_id, x.asked_at, l.channel, l.state, l.reason, l.exposed_at, r.score, r.at as answered_at
              from followup.second_survey x
              join delivery.ledger l on l.send_id = x.send_id
              left join survey.invited i on i.send_id = x.send_id
              left join survey.score r on r.invitation_id = i.invitation_id
             where x.answered_at is null and x.refused is null
               and x.begun_at > :since
               and (r.score is not null or x.asked_at is null and l.state not in ('PLANNED', 'SENDING', 'DEFERRED'))
             order by x.case_id
             limit 500
               for update of x skip locked""";

    private static final String TOLD = """
            update followup.second_survey
               set asked_at = coalesce(asked_at, :asked), refused = :refused, score = :score, answered_at = :answered
             where case_id = :id""";

    private static final String OF = """
            select survey, asked_at, refused, score, answered_at
              from followup.second_survey
             where case_id = :id""";

    private final JdbcClient jdbc;

    SecondBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case whose customer is to be asked again, by the channel of the first question. */
    record Due(long id, long customer, SendId first, String channel) {}

    /** What became of a question, and what the case knows of it. */
    record News(
            long id,
            boolean asked,
            String channel,
            String state,
            @Nullable String reason,
            @Nullable Instant exposedAt,
            @Nullable Integer score,
            @Nullable Instant answeredAt) {}

    List<Due> due(String desk, Instant opened) {
        return jdbc.sql(DUE)
                .param("desk", desk)
                .param("opened", Timestamp.from(opened))
                .param("late", LATE.toSeconds())
                .query((row, number) -> new Due(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        new SendId(row.getObject("send_id", UUID.class)),
                        row.getString("channel")))
                .list();
    }

    void begin(long id, String survey, @Nullable SendId send, @Nullable String refused, Instant now) {
        jdbc.sql(BEGIN)
                .param("id", id)
                .param("survey", survey)
                .param("send", send == null ? null : send.value())
                .param("refused", refused)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<News> news(Instant now) {
        return jdbc.sql(NEWS)
                .param("since", Timestamp.from(now.minus(PATIENCE)))
                .query(SecondBook::news)
                .list();
    }

    void told(News news, @Nullable String refused) {
        jdbc.sql(TOLD)
                .param("id", news.id())
                .param("asked", refused == null ? time(news.exposedAt()) : null)
                .param("refused", refused)
                .param("score", news.score())
                .param("answered", time(news.answeredAt()))
                .update();
    }

    Optional<SecondAnswer> of(long id) {
        return jdbc.sql(OF).param("id", id).query(SecondAnswer::of).optional();
    }

    private static News news(ResultSet row, int number) throws SQLException {
        return new News(
                row.getLong("case_id"),
                row.getTimestamp("asked_at") != null,
                row.getString("channel"),
                row.getString("state"),
                row.getString("reason"),
                instant(row, "exposed_at"),
                row.getObject("score", Integer.class),
                instant(row, "answered_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
