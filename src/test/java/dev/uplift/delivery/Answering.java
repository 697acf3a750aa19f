package dev.uplift.delivery;

import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Instant;

/** Customers who answer what was sent to them. */
final class Answering {

    private Answering() {}

    /** The customer confirms an answer to the survey of this send. */
    static void confirm(LedgerFixture ledger, SendId send, int score, Instant at) {
        ledger.jdbc
                .sql("""
                with invited as (
                    insert into survey.invitation (send_id, run_id, customer_id, survey_key, language, token_hash,
                                                   created_at, expires_at)
                    select id, run_id, customer_id, template, 'de', convert_to(id::text, 'UTF8'), not_before,
                           not_before + interval '9 days'
                      from delivery.send where id = :id
                    returning id, run_id, customer_id, survey_key)
                insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)
                select id, run_id, customer_id, survey_key, 'nps', 'CONFIRMED', :score, 'de', :at from invited""")
                .param("id", send.value())
                .param("score", score)
                .param("at", Timestamp.from(at))
                .update();
    }
}
