package dev.uplift.outbox;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what is told, from the answer or the case as it is now; what was erased can no longer be told. */
@Component
class Bodies {

    private static final String ANSWER = """
            select json_build_object(
                       'id', :key, 'event', :event, 'at', s.at,
                       'customer', case when s.mode = 'identified' then json_build_object('externalId', m.external_id) end,
                       'answer', json_build_object(
                           'id', s.invitation_id, 'survey', s.survey_key, 'campaign', r.campaign_key, 'metric', s.metric,
                           'score', s.score, 'reasons', s.reasons, 'comment', coalesce(s.comment, ''),
                           'given', s.given, 'callBack', s.call_back, 'language', s.language))::text
              from survey.said s
              left join campaign.run r on r.run_id = s.run_id
              left join audience.member m on m.customer_id = s.customer_id
             where s.event_id = :source""";

    private static final String CASE = """
            select json_build_object(
                       'id', :key, 'event', :event, 'at', h.at,
                       'customer', json_build_object('externalId', m.external_id),
                       'case', json_build_object(
                           'id', h.case_id, 'answer', h.invitation_id, 'desk', h.desk, 'arm', h.arm, 'score', h.score,
                           'state', h.state, 'owner', h.owner, 'dueAt', h.due_at, 'rootCause', h.root_cause,
                           'outcome', h.outcome, 'closedAt', h.closed_at))::text
              from followup.happened h
              left join audience.member m on m.customer_id = h.customer_id
             where h.event_id = :source""";

    private final JdbcClient jdbc;

    Bodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** JSON as the README documents it; empty if there is nothing to tell any more. */
    Optional<String> of(Delivery delivery) {
        return jdbc.sql(delivery.event().startsWith("answer-") ? ANSWER : CASE)
                .param("key", delivery.key().toString())
                .param("event", delivery.event())
                .param("source", delivery.source())
                .query(String.class)
                .optional();
    }
}
