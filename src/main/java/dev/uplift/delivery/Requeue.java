package dev.uplift.delivery;

import dev.uplift.campaign.Campaigns;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The way back into the queue, on the same channel, after an attempt; the next one passes the gate like the first. */
@Repository
class Requeue {

    private static final String RUN = "select run_id from delivery.send where id = :send";

    /** The attempt guards it: a send that went on, or was settled, in the meantime is left alone. */
    private static final String REQUEUE = """
            with again as (
                update delivery.send s
                   set state = 'PLANNED', reason = null, worker = null, not_before = :at,
                       expires_at = greatest(s.expires_at, :until::timestamptz), exposed_at = null, settled_at = null
                 where s.id = :send
                   and s.attempt = :attempt
                   and s.state in ('UNKNOWN', 'UNDELIVERED')
                   and greatest(s.expires_at, :until::timestamptz) > :at
                   and (select count(*)
                          from delivery.requeued q
                         where q.send_id = s.id and q.cause = :cause) < :limit
                returning s.*),
            queued as (
                insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at)
                select id, run_id, channel, purpose = 'service', delivery.domain_of(customer_id, channel), not_before, expires_at
                  from again
                on conflict (send_id) do update
                    set worker = null, not_before = excluded.not_before, expires_at = excluded.expires_at)
            insert into delivery.requeued (send_id, attempt, cause, at)
            select id, attempt, :cause, :now from again""";

    /** What two people decided must not fail because it took them long. */
    private static final Duration RESEND_LIFE = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Campaigns campaigns;

    Requeue(JdbcClient jdbc, Campaigns campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    /**
     * Lets this attempt be followed by another; false if the send went on since, if it is too late, if that has been
     * done often enough for this cause, or if the run was cancelled. To be called in a transaction.
     */
    boolean again(SendId send, int attempt, Again cause, Instant now) {
        var at = now.plus(cause.pause());
        return jdbc.sql(REQUEUE)
                        .param("send", send.value())
                        .param("attempt", attempt)
                        .param("cause", cause.name())
                        .param("limit", cause.limit())
                        .param("at", Timestamp.from(at))
                        .param("until", cause == Again.RESEND ? Timestamp.from(at.plus(RESEND_LIFE)) : null)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Whether the run of a send may send once more; a run that was over is opened again. */
    boolean open(SendId send, Instant now) {
        var run = jdbc.sql(RUN).param("send", send.value()).query(Long.class).single();
        return run == DirectMessages.RUN.value() || campaigns.reopen(new RunId(run), now);
    }
}
