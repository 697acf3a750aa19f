package dev.uplift.delivery;

import dev.uplift.delivery.EpochFile.Entry;
import dev.uplift.identity.Actor;
import dev.uplift.platform.Failpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds out that the database is not the one this home sent with last, before anything is sent, and holds all sending.
 *
 * <p>The database counts first and the file follows: whatever cuts us off between the two leaves the database ahead, which
 * is no evidence of anything, and nothing is sent before both are written.
 */
@Component
class Epoch implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Epoch.class);

    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    /** Beyond what other nodes may have in their files, so that one release is enough for all of them. */
    private static final long LEAP = 1_000_000_000;

    private static final String BEGIN = "insert into delivery.epoch default values on conflict do nothing";

    private static final String LOCK = """
            select e.id, e.counter, e.place, p.place as here, exists (select from delivery.send) as used
              from delivery.epoch e
             cross join delivery.place p
               for update of e""";

    private static final String ADVANCE = "update delivery.epoch set counter = :counter, place = :place";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final EpochFile file;
    private final Holds holds;
    private final Clock clock;
    private long advancedAt;

    Epoch(JdbcClient jdbc, TransactionOperations transaction, EpochFile file, Holds holds, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.file = file;
        this.holds = holds;
        this.clock = clock;
    }

    /** What the database says of itself, and where it is. */
    private record Row(UUID id, long counter, @Nullable String place, String here, boolean used) {

        static Row from(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getLong("counter"),
                    row.getString("place"),
                    row.getString("here"),
                    row.getBoolean("used"));
        }
    }

    /** When all parts are there and none has been started. */
    @Override
    public void afterSingletonsInstantiated() {
        advance();
    }

    /** Counts on every few seconds, so that a backup is behind as soon as something was sent after it. */
    void beat() {
        if (System.nanoTime() - advancedAt > INTERVAL) {
            advance();
        }
    }

    /** Compares, holds if they differ, and counts on in both places. */
    synchronized void advance() {
        advancedAt = System.nanoTime();
        var known = file.read();
        var next = Objects.requireNonNull(
                transaction.execute(status -> advance(known)), "The next entry of the file is always known");
        Failpoint.at("epoch.after");
        file.write(next.id(), next.counter());
    }

    private Entry advance(Optional<Entry> known) {
        jdbc.sql(BEGIN).update();
        var row = jdbc.sql(LOCK).query(Row::from).single();
        var reason = known.flatMap(entry -> difference(entry, row)).or(() -> moved(row));
        reason.ifPresent(this::hold);
        var counter = reason.isPresent()
                ? Math.max(row.counter, known.map(Entry::counter).orElse(0L)) + LEAP
                : row.counter + 1;
        jdbc.sql(ADVANCE).param("counter", counter).param("place", row.here).update();
        return new Entry(row.id, counter, "-");
    }

    private Optional<Hold.Reason> difference(Entry entry, Row row) {
        if (!entry.id().equals(row.id)) {
            return row.used ? Optional.of(Hold.Reason.OTHER_DATABASE) : Optional.empty();
        }
        if (row.counter < entry.counter()) {
            return Optional.of(Hold.Reason.OLDER);
        }
        return file.copied(entry) ? Optional.of(Hold.Reason.COPIED) : Optional.empty();
    }

    private static Optional<Hold.Reason> moved(Row row) {
        return row.place == null || row.place.equals(row.here) ? Optional.empty() : Optional.of(Hold.Reason.RESTORED);
    }

    private void hold(Hold.Reason reason) {
        holds.begin(reason, null, Actor.UPLIFT, clock.instant());
        log.warn("All sending is held: {}. Check what was sent since, then release it", reason.explanation());
    }
}
