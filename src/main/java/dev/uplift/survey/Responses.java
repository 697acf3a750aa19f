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
                                               comment, call_back, language, at)
            select id, run_id, customer_id, survey_key, :metric, 'CONFIRMED', :score, :reasons::text[], :comment,
                   :callBack, :language, :now
              from survey.invitation
             where token_hash = :hash
               and expires_at > :now
                on conflict (invitation_id) where type = 'CONFIRMED' do nothing""";

    private static final String AMEND = """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, reasons,
                                               comment, call_back, language, at)
            select i.id, i.run_id, i.customer_id, i.survey_key, :metric, 'AMENDED', :score, :reasons::text[], :comment,
                   :callBack, :language, :now
              from survey.invitation i
              join survey.response_event first on first.invitation_id = i.id and first.type = 'CONFIRMED'
             where i.token_hash = :hash
               and first.at > :amendableSince""";

    /** Stores it as the first answer or as a change of it; false if neither is possible any more. */
    boolean add(Token token, Metric metric, Answer answer, Instant now) {
        return insert(CONFIRM, token, metric, answer, now) || insert(AMEND, token, metric, answer, now);
    }

    private boolean insert(String statement, Token token, Metric metric, Answer answer, Instant now) {
        return jdbc.sql(statement)
                        .param("hash", token.hash())
                        .param("metric", metric.key())
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
