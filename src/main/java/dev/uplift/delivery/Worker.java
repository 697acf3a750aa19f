package dev.uplift.delivery;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This process as a worker on the ledger, alive as long as its session holds an advisory lock.
 *
 * <p>Liveness does not depend on any clock: whoever can take a worker's lock knows that the worker is gone.
 */
@Component
class Worker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    /** Claimed sends of the dead have not left the house; those being sent may have, and nobody can tell. */
    private static final String RELEASE = """
            with dead as materialized (
                select w.worker
                  from (select distinct worker from delivery.send where state in ('CLAIMED', 'SENDING')) w
                 where w.worker = :self
                    or pg_try_advisory_xact_lock(w.worker))
            update delivery.send s
               set state = case s.state when 'CLAIMED' then 'PLANNED' else 'UNKNOWN' end,
                   reason = case s.state when 'SENDING' then 'WORKER_DIED' end,
                   exposed_at = case s.state when 'SENDING' then :now::timestamptz end,
                   settled_at = case s.state when 'SENDING' then :now::timestamptz end,
                   worker = null
              from dead
             where s.worker = dead.worker
               and s.state in ('CLAIMED', 'SENDING')""";

    private final DataSource source;
    private final JdbcClient jdbc;
    private long id;
    private @Nullable Connection session;

    Worker(DataSource source, JdbcClient jdbc) {
        this.source = source;
        this.jdbc = jdbc;
    }

    /** The key of this worker; a lost session makes it a new worker, since somebody may have settled the old one. */
    synchronized long id() {
        try {
            if (session == null || !session.isValid(5)) {
                begin();
            }
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException("The worker's lock could not be taken, so nothing may be sent", e);
        }
    }

    private void begin() throws SQLException {
        if (session != null) {
            session.close();
            session = null;
        }
        var fresh = source.getConnection();
        id = new SecureRandom().nextLong(1, Long.MAX_VALUE);
        try (var lock = fresh.prepareStatement("select pg_advisory_lock(?)")) {
            lock.setLong(1, id);
            lock.execute();
            session = fresh;
        } finally {
            if (session == null) {
                fresh.close();
            }
        }
    }

    /** Settles what dead workers, or a broken round of our own, left behind; never called while a round is under way. */
    void release(Instant now) {
        var released = jdbc.sql(RELEASE)
                .param("self", id())
                .param("now", Timestamp.from(now))
                .update();
        if (released > 0) {
            log.warn("Settled {} sends that a broken round or a dead worker left behind", released);
        }
    }

    @Override
    public synchronized void destroy() throws SQLException {
        if (session != null) {
            try (var unlock = session.prepareStatement("select pg_advisory_unlock(?)")) {
                unlock.setLong(1, id);
                unlock.execute();
            } finally {
                session.close();
            }
        }
    }
}
