package dev.uplift.delivery;

import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Service mail arrives at least once: with unknown outcome it is tried once more, under the same Message-ID. */
@Repository
class ServiceMail {

    private static final Logger log = LoggerFactory.getLogger(ServiceMail.class);

    /** Ten minutes in which a receipt, or the worker that only seemed dead, may still say what happened. */
    private static final String UNKNOWN = """
            select s.id, s.attempt
              from delivery.send s
             where s.state = 'UNKNOWN'
               and s.purpose = 'service'
               and s.channel = 'email'
               and s.expires_at > :now
               and s.settled_at between :now::timestamptz - interval '72 hours' and :now::timestamptz - interval '10 minutes'
               and not exists (
                   select from delivery.requeued q where q.send_id = s.id and q.cause = 'SERVICE_MAIL')
             order by s.settled_at, s.id
             limit 500
               for update skip locked""";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Requeue requeue;
    private final SendingSettings settings;

    ServiceMail(JdbcClient jdbc, TransactionOperations transaction, Requeue requeue, SendingSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.requeue = requeue;
        this.settings = settings;
    }

    int repeat(Instant now) {
        if (!settings.serviceMailAtLeastOnce()) {
            return 0;
        }
        var repeated = Optional.ofNullable(transaction.execute(status -> requeued(now)))
                .orElse(0);
        if (repeated > 0) {
            log.info("Service mail of unknown outcome is tried once more: {}", repeated);
        }
        return repeated;
    }

    private int requeued(Instant now) {
        var lost = jdbc.sql(UNKNOWN)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Lost(new SendId(row.getObject("id", UUID.class)), row.getInt("attempt")))
                .list();
        return (int) lost.stream()
                .filter(mail -> requeue.open(mail.send, now))
                .filter(mail -> requeue.again(mail.send, mail.attempt, Again.SERVICE_MAIL, now))
                .count();
    }

    private record Lost(SendId send, int attempt) {}
}
