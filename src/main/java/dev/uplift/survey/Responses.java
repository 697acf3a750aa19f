package dev.uplift.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers of known customers, append-only; the database decides which of two simultaneous first answers is the first. */
record Responses(JdbcClient jdbc) {

    private static final String CONFIRM = """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, reasons,
                                               comment, call_back, given, mode, survey_version, language, at, review)
            select i.id, i.run_id, i.customer_id, i.survey_key, :metric, 'CONFIRMED', :score, :reasons::text[], :comment,
                   :callBack, :given::jsonb, i.mode, :version, :language, :now,
                   :byLink and exists (select from survey.scanned k where k.invitation_id = i.id)
              from survey.invitation i
             where i.token_hash = :hash
               and i.mode <> 'anonymous'
               and i.expires_at > :now
                on conflict (invitation_id) where type = 'CONFIRMED' do nothing""";

    /** Of a late change only the score counts; everything else stays as it was. */
    private static final String AMEND = """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, reasons,
                                               comment, call_back, given, mode, survey_version, language, at, review)
            select i.id, i.run_id, i.customer_id, i.survey_key, :metric, 'AMENDED', :score,
                   case when w.open then :reasons::text[] else latest.reasons end,
                   case when w.open then :comment else latest.comment end,
                   case when w.open then :callBack else latest.call_back end,
                   case when w.open then :given::jsonb else latest.given end,
                   i.mode, :version, :language, :now,
                   :byLink and exists (select from survey.scanned k where k.invitation_id = i.id)
              from survey.invitation i
              join survey.response_event first on first.invitation_id = i.id and first.type = 'CONFIRMED'
             cross join lateral (select first.at > :wordsSince as open) w
              join lateral (select e.reasons, e.comment, e.call_back, e.given
                              from survey.response_event e
                             where e.invitation_id = i.id
                             order by e.id desc
                             limit 1) latest on true
             where i.token_hash = :hash
               and first.at > :scoreSince""";

    /** An answer in clean words, by the link with this token or by SMS. */
    record Post(Token token, Survey survey, Answer answer, boolean byLink) {}

    /** Stores it as the first answer; false if that is not possible any more. */
    boolean confirm(Post post, Instant now) {
        return statement(CONFIRM, post, now).update() == 1;
    }

    /** Stores it as a change of the first answer; false if there is none, or it is too old. */
    boolean amend(Post post, Instant now) {
        return statement(AMEND, post, now)
                        .param("wordsSince", at(now.minus(Invitation.WORDS_OPEN)))
                        .param("scoreSince", at(now.minus(Invitation.SCORE_OPEN)))
                        .update()
                == 1;
    }

    /** The answer in a row of events. */
    static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getInt("score"),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getString("comment"),
                row.getBoolean("call_back"),
                row.getString("language"),
                Given.read(row.getString("given")));
    }

    private JdbcClient.StatementSpec statement(String statement, Post post, Instant now) {
        var survey = post.survey();
        var answer = post.answer();
        return jdbc.sql(statement)
                .param("hash", post.token().hash())
                .param("byLink", post.byLink())
                .param("metric", survey.metric().key())
                .param("version", survey.version())
                .param("score", answer.score())
                .param("reasons", answer.reasons().toArray(String[]::new))
                .param("comment", answer.comment())
                .param("callBack", answer.callBack())
                .param("given", Given.write(answer.given(), survey.questions()))
                .param("language", answer.language())
                .param("now", at(now));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
