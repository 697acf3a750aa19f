package dev.uplift.survey;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers that nothing joins with who gave them. What is left of an invitation is that it was used; both are stored at once, and
 * later written anew together with all others of the run, so that no trace of the transaction joins them either.
 *
 * @param zone of the days that are stored instead of times
 */
record AnonymousAnswers(JdbcClient jdbc, ZoneId zone) {

    private static final SecureRandom CHANCE = new SecureRandom();

    private static final String ADD = """
            with used as (
                insert into survey.used (invitation_id)
                select id
                  from survey.invitation
                 where token_hash = :hash
                   and mode = 'anonymous'
                   and expires_at > :now
                    on conflict do nothing
                returning invitation_id)
            insert into survey.anonymous_answer (id, run_id, arm, survey_key, survey_version, metric, score, reasons, comment,
                                                 given, day)
            select :number, i.run_id, i.arm, i.survey_key, :version, :metric, :score, :reasons::text[], :comment,
                   :given::jsonb, :day
              from used u
              join survey.invitation i on i.id = u.invitation_id""";

    /** Both sides in the order of their numbers, which says nothing, and all of a run stamped by the same transaction. */
    private static final String MIX = """
            with turn as materialized (
                select pg_try_advisory_xact_lock(hashtext('survey.mix')) as ours),
            fresh as materialized (
                select distinct a.run_id
                  from survey.anonymous_answer a
                  join turn on turn.ours
                 where not a.mixed
                   and a.day < :day),
            answer as (
                delete from survey.anonymous_answer
                 where run_id in (select run_id from fresh)
                returning id, run_id, arm, survey_key, survey_version, metric, score, reasons, comment, given, day),
            again as (
                insert into survey.anonymous_answer (id, run_id, arm, survey_key, survey_version, metric, score, reasons,
                                                     comment, given, day, mixed)
                select id, run_id, arm, survey_key, survey_version, metric, score, reasons, comment, given, day, true
                  from answer
                 order by id),
            mark as (
                delete from survey.used u
                 using survey.invitation i
                 where i.id = u.invitation_id
                   and i.run_id in (select run_id from fresh)
                returning u.invitation_id)
            insert into survey.used (invitation_id)
            select invitation_id
              from mark
             order by invitation_id""";

    /** Stores it and marks the invitation as used; false if it has been, or is open no more. */
    boolean add(Token token, Survey survey, Answer answer, Instant now) {
        return jdbc.sql(ADD)
                        .param("hash", token.hash())
                        .param("number", -1 - (CHANCE.nextLong() >>> 1))
                        .param("version", survey.version())
                        .param("metric", survey.metric().key())
                        .param("score", answer.score())
                        .param("reasons", answer.reasons().toArray(String[]::new))
                        .param("comment", answer.comment())
                        .param("given", Given.write(answer.given(), survey.questions()))
                        .param("day", day(now))
                        .param("now", OffsetDateTime.ofInstant(now, zone))
                        .update()
                == 1;
    }

    /** Removes the traces of the days before, run by run; once a day at most. */
    void mix(Instant now) {
        jdbc.sql(MIX).param("day", day(now)).update();
    }

    private OffsetDateTime day(Instant now) {
        return now.atZone(zone).truncatedTo(ChronoUnit.DAYS).toOffsetDateTime();
    }
}
