package dev.uplift.delivery;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * This process as a worker on the ledger, alive as long as its session holds an advisory lock.
 *
 * <p>Liveness does not depend on any clock: whoever can take a worker's lock knows that the worker is gone. A worker that
 * lost its session begins anew under another id, since somebody may have settled what the old one held.
 */
@Component
class Worker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private static final String BEGIN = """
            insert into delivery.worker (id, name, session)
            select ?, ?, pg_backend_pid() from pg_advisory_lock(?)""";

    private static final String BEAT = "update delivery.worker set seen_at = clock_timestamp() where id = ?";

    /** Ends the sessions of workers, which still hold their locks; to be followed by which workers. */
    static final String END_SESSIONS = """
            select count(pg_terminate_backend(w.session))
              from delivery.worker w
              join pg_locks l
                on l.locktype = 'advisory' and l.pid = w.session and l.granted
               and (l.classid::bigint << 32 | l.objid::bigint) = w.id
            """;

    /** The network may have forgotten a session that the server still believes in. */
    private static final String CUT = END_SESSIONS + "where w.id = ?";

    private static final int PATIENCE_MILLIS = 10_000;

    private static final String END = "update delivery.worker set ended_at = clock_timestamp() where id = ?";

    private final DataSource source;
    private final String name = "process " + ProcessHandle.current().pid();
    private long id;
    private long former;
    private @Nullable Connection session;

    Worker(DataSource source) {
        this.source = source;
    }

    /** The id under which sends are claimed and marked now. */
    synchronized long id() {
        try {
            if (session == null) {
                begin();
            }
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException("The worker's lock could not be taken, so nothing may be sent", e);
        }
    }

    /** Shows that this worker is alive, and finds out whether its session still is. */
    synchronized void beat() {
        if (session != null && !executed(BEAT)) {
            log.warn("The session of this worker was lost; it goes on as a new one");
            forget();
        }
    }

    /** Whether this worker still holds what it claimed under this id. */
    synchronized boolean lives(long worker) {
        return session != null && worker == id;
    }

    /** The worker of this id cannot vouch for what it holds any more, so that it must be given up. */
    synchronized void lost(long worker) {
        if (worker == id) {
            forget();
        }
    }

    @Override
    public synchronized void destroy() {
        if (session != null) {
            executed(END);
            forget();
        }
    }

    private void begin() throws SQLException {
        var fresh = source.getConnection();
        try (var begin = fresh.prepareStatement(BEGIN);
                var cut = fresh.prepareStatement(CUT)) {
            fresh.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            cut.setLong(1, former);
            cut.execute();
            id = new SecureRandom().nextLong(1, Long.MAX_VALUE);
            begin.setLong(1, id);
            begin.setString(2, name);
            begin.setLong(3, id);
            begin.execute();
            session = fresh;
        } finally {
            if (session == null) {
                fresh.close();
            }
        }
    }

    private boolean executed(String sql) {
        try (var statement = Objects.requireNonNull(session).prepareStatement(sql)) {
            statement.setLong(1, id);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            log.debug("The worker's session failed: {}", e.getMessage());
            return false;
        }
    }

    /** The lock goes with the session; a pool would keep both. */
    private void forget() {
        var old = session;
        session = null;
        former = id;
        id = 0;
        if (old != null) {
            try {
                old.abort(Runnable::run);
                old.close();
            } catch (SQLException e) {
                log.debug("The worker's old session was gone already: {}", e.getMessage());
            }
        }
    }
}
