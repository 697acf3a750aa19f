package dev.uplift.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long customers wait for a desk, in its opening time. */
@Component
public class Pace {

    /** Whoever had to wait by lot tells nothing about the pace. */
    private static final String CONTACTED = """
            select answered_at, first_contact_at
              from followup.case
             where desk = :desk and arm <> 'held' and opened_at >= :from and opened_at <= :now
               and first_contact_at is not null""";

    private final JdbcClient jdbc;

    Pace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Half of the customers whose case has opened since were contacted in this time; empty without any. */
    public Optional<Duration> median(Desk desk, Instant from, Instant now) {
        var times = jdbc
                .sql(CONTACTED)
                .param("desk", desk.key())
                .param("from", Timestamp.from(from))
                .param("now", Timestamp.from(now))
                .query((row, number) -> time(row, desk.hours()))
                .list()
                .stream()
                .sorted()
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(middle(times));
    }

    private static Duration middle(List<Duration> sorted) {
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2);
    }

    private static Duration time(ResultSet row, OpeningHours hours) throws SQLException {
        return hours.between(
                row.getTimestamp("answered_at").toInstant(),
                row.getTimestamp("first_contact_at").toInstant());
    }
}
