package dev.uplift.delivery;

import dev.uplift.platform.UpliftClock;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps limits over all nodes: their buckets are rows of the database, locked while tokens are taken. */
@Repository
class Pacer {

    private static final String PEEK = "select * from delivery.bucket where key = :key";

    private static final String LOCK = PEEK + " for update";

    private static final String CREATE = """
            insert into delivery.bucket (key, tokens, filled_at, first_day, day, taken_today)
            values (:key, :tokens, :filledAt, :firstDay, :day, :takenToday)
            on conflict do nothing""";

    private static final String STORE = """
            update delivery.bucket
               set tokens = :tokens, filled_at = :filledAt, day = :day, taken_today = :takenToday
             where key = :key""";

    private static final Duration BURST = Duration.ofMillis(30);

    /** A simulated clock goes in steps of a minute. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final UpliftClock clock;

    Pacer(JdbcClient jdbc, UpliftClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many of these sends all limits have room for now, without taking any. */
    int room(List<Limit> limits, int wanted, Instant now) {
        return least(limits, wanted, limit -> find(PEEK, limit, now).room(limit));
    }

    /** Takes room for as many of these sends as all limits allow; they stay locked until the transaction ends. */
    int take(List<Limit> limits, int wanted, Instant now) {
        var sorted = limits.stream().sorted(Comparator.comparing(Limit::key)).toList();
        var taken = least(sorted, wanted, limit -> find(LOCK, limit, now).room(limit));
        sorted.forEach(limit -> store(STORE, find(PEEK, limit, now).minus(taken)));
        return taken;
    }

    /** Gives back what was taken in this transaction and not used. */
    void giveBack(List<Limit> limits, int unused, Instant now) {
        if (unused > 0) {
            limits.forEach(limit -> store(STORE, find(PEEK, limit, now).minus(-unused)));
        }
    }

    /** Takes another share of each second for one send; its day has counted it already. */
    boolean again(List<Limit> limits, Instant now) {
        if (clock.simulating()) {
            return true;
        }
        var paced = limits.stream()
                .filter(limit -> limit.perSecond() > 0)
                .map(Limit::anyDay)
                .sorted(Comparator.comparing(Limit::key))
                .toList();
        var free = least(paced, 1, limit -> find(LOCK, limit, now).room(limit)) > 0;
        if (free) {
            paced.forEach(limit -> store(STORE, find(PEEK, limit, now).again()));
        }
        return free;
    }

    private static int least(List<Limit> limits, int wanted, ToIntFunction<Limit> room) {
        return limits.stream().mapToInt(room).reduce(wanted, Math::min);
    }

    private Bucket find(String sql, Limit limit, Instant now) {
        var burst = clock.simulating() ? STEP : BURST;
        return query(sql, limit)
                .or(() -> {
                    store(CREATE, Bucket.fresh(limit, now, burst));
                    return query(sql, limit);
                })
                .orElseThrow()
                .at(now, limit, burst);
    }

    private java.util.Optional<Bucket> query(String sql, Limit limit) {
        return jdbc.sql(sql).param("key", limit.key()).query(Pacer::bucket).optional();
    }

    private void store(String sql, Bucket bucket) {
        var statement = jdbc.sql(sql)
                .param("key", bucket.key())
                .param("tokens", bucket.tokens())
                .param("filledAt", Timestamp.from(bucket.filledAt()))
                .param("day", Date.valueOf(bucket.day()))
                .param("takenToday", bucket.takenToday());
        statement.param("firstDay", Date.valueOf(bucket.firstDay())).update();
    }

    private static Bucket bucket(ResultSet row, int number) throws SQLException {
        var restsUntil = row.getTimestamp("rests_until");
        return new Bucket(
                row.getString("key"),
                row.getDouble("tokens"),
                row.getTimestamp("filled_at").toInstant(),
                row.getDate("first_day").toLocalDate(),
                row.getDate("day").toLocalDate(),
                row.getInt("taken_today"),
                restsUntil == null ? null : restsUntil.toInstant());
    }
}
