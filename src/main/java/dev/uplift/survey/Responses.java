package dev.uplift.survey;

import dev.uplift.platform.Metric;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers, append-only; the database decides which of two simultaneous first answers is the first. */
record Responses(JdbcClient jdbc) {

    private static final String CONFIRM = """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, reasons,
                                               comment, call_back, language, at, review)
            select i.id, i.run_id, i.customer_id, i.survey_key, :metric, 'CONFIRMED', :score, :reasons::text[], :comment,
                   :callBack, :language, :now,
                   :byLink and exists (select from survey.scanned k where k.invitation_id = i.id)
              from survey.invitation i
             where i.token_hash = :hash
               and i.expires_at > :now
                on conflict (invitation_id) where type = 'CONFIRMED' do nothing""";

    private static final String AMEND = """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, reasons,
                                               comment, call_back, language, at, review)
            select i.id, i.run_id, i.customer_id, i.survey_key, :metric, 'AMENDED', :score, :reasons::text[], :comment,
                   :callBack, :language, :now,
                   :byLink and exists (select from survey.scanned k where k.invitation_id = i.id)
              from survey.invitation i
              join survey.response_event first on first.invitation_id = i.id and first.type = 'CONFIRMED'
             where i.token_hash = :hash
               and first.at > :amendableSince""";

    /** An answer in clean words, by the link with this token or by SMS. */
    record Given(Token token, Metric metric, Answer answer, boolean byLink) {}

    /** Stores it as the first answer; false if that is not possible any more. */
    boolean confirm(Given given, Instant now) {
        return insert(CONFIRM, given, now);
    }

    /** Stores it as a change of the first answer; false if there is none, or it is too old. */
    boolean amend(Given given, Instant now) {
        return insert(AMEND, given, now);
    }

    private boolean insert(String statement, Given given, Instant now) {
        var answer = given.answer();
        return jdbc.sql(statement)
                        .param("hash", given.token().hash())
                        .param("metric", given.metric().key())
                        .param("byLink", given.byLink())
                        .param("score", answer.score())
                        .param("reasons", answer.reasons().toArray(String[]::new))
                        .param("comment", answer.comment())
                        .param("callBack", answer.callBack())
                        .param("language", answer.language())
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param(
                                "amendableSince",
                                OffsetDateTime.ofInstant(now.minus(Invitations.AMENDABLE), ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
