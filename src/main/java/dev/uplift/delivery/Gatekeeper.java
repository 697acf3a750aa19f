package dev.uplift.delivery;

import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the gate and marks who may go, in one statement. */
@Repository
class Gatekeeper {

    private static final String ADMIT = Sql.file("admit.sql");

    /** A message that could not be written is refused before the gate; the campaign goes on without it. */
    private static final String REJECT = """
            update delivery.send s
               set state = 'REJECTED', reason = 'RENDERING', settled_at = :now, worker = null
             where s.id = any (:sends)
               and s.state = 'CLAIMED'
               and s.worker = :worker""";

    private final JdbcClient jdbc;
    private final Worker worker;

    Gatekeeper(JdbcClient jdbc, Worker worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** The sends that are now durably marked as being sent. */
    List<SendId> admit(Collection<SendId> sends, Instant now) {
        return on(ADMIT, sends, now)
                .query((row, number) -> new SendId(row.getObject("id", UUID.class)))
                .list();
    }

    void reject(Collection<SendId> sends, Instant now) {
        if (!sends.isEmpty()) {
            on(REJECT, sends, now).update();
        }
    }

    private JdbcClient.StatementSpec on(String sql, Collection<SendId> sends, Instant now) {
        return jdbc.sql(sql)
                .param("sends", sends.stream().map(SendId::value).toArray(UUID[]::new))
                .param("worker", worker.id())
                .param("now", Timestamp.from(now));
    }
}
