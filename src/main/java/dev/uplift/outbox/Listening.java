package dev.uplift.outbox;

import dev.uplift.outbox.WebhookSettings.Endpoint;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes what happened to answers and cases something to be told, once for each endpoint that wants to know, whichever node listens. */
@Component
class Listening {

    /** How far a look goes back behind the one before: an event is seen only once its transaction has ended. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** An endpoint that is new is told what happens from now on. A clock that was put back is believed. */
    private static final String SINCE = """
            insert into outbox.listened as l (endpoint, since, until)
            values (:endpoint, :now, :now)
                on conflict (endpoint) do update set until = l.until
            returning greatest(since, least(until, :now) - :overlap * interval '1 second')""";

    private static final String HEARD = """
            with happened as (
                select e.event, s.event_id as source, s.customer_id, s.at, 1 as rank
                  from survey.said s
                  join unnest(:events::text[], :stored::text[]) as e (event, stored) on e.stored = s.type
                 where s.at > :since and s.at <= :now
                 union all
                select e.event, h.event_id, h.customer_id, h.at, 2
                  from followup.happened h
                  join unnest(:events::text[], :stored::text[]) as e (event, stored) on e.stored = h.what
                 where h.at > :since and h.at <= :now)
            insert into outbox.delivery (endpoint, event, source, customer_id, at, due_at)
            select :endpoint, event, source, customer_id, at, at
              from happened
             order by at, rank, source
                on conflict (endpoint, event, source) do nothing""";

    private static final String LISTENED = "update outbox.listened set until = :now where endpoint = :endpoint";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Listening(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Everything since the last look, in the order in which it happened. */
    void hear(String name, Endpoint endpoint, Instant now) {
        transaction.executeWithoutResult(status -> {
            var since = jdbc.sql(SINCE)
                    .param("endpoint", name)
                    .param("now", Timestamp.from(now))
                    .param("overlap", OVERLAP.toSeconds())
                    .query(Timestamp.class)
                    .single();
            var events = endpoint.told();
            jdbc.sql(HEARD)
                    .param("endpoint", name)
                    .param("events", events.stream().map(Event::key).toArray(String[]::new))
                    .param("stored", events.stream().map(Event::stored).toArray(String[]::new))
                    .param("since", since)
                    .param("now", Timestamp.from(now))
                    .update();
            jdbc.sql(LISTENED)
                    .param("endpoint", name)
                    .param("now", Timestamp.from(now))
                    .update();
        });
    }
}
