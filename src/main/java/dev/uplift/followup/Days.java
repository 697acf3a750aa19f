package dev.uplift.followup;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What agents see of their own day. */
@Repository
public class Days {

    private static final String DONE = """
            select count(distinct case_id)
              from followup.event
             where what = 'CLOSED' and actor = :agent and at >= :since""";

    private static final String OPEN = """
            select count(*)
              from followup.case
             where owner = :agent and state in ('WORKING', 'WAITING', 'SNOOZED')""";

    private static final String FIRST_CONTACTS = """
            select desk, answered_at, first_contact_at
              from followup.case
             where owner = :agent and first_contact_at >= :since""";

    private record FirstContact(String desk, Instant answered, Instant contacted) {}

    private final JdbcClient jdbc;
    private final Desks desks;

    Days(JdbcClient jdbc, Desks desks) {
        this.jdbc = jdbc;
        this.desks = desks;
    }

    /** What this person has done since an instant, such as midnight. */
    public Day of(String agent, Instant since) {
        var done = jdbc.sql(DONE).param("agent", agent).param("since", Timestamp.from(since));
        return new Day(
                done.query(Long.class).single(),
                jdbc.sql(OPEN).param("agent", agent).query(Long.class).single(),
                median(firstContacts(agent, since)));
    }

    private List<Duration> firstContacts(String agent, Instant since) {
        return jdbc
                .sql(FIRST_CONTACTS)
                .param("agent", agent)
                .param("since", Timestamp.from(since))
                .query((row, number) -> new FirstContact(
                        row.getString("desk"),
                        row.getTimestamp("answered_at").toInstant(),
                        row.getTimestamp("first_contact_at").toInstant()))
                .list()
                .stream()
                .flatMap(first -> took(first).stream())
                .sorted()
                .toList();
    }

    private Optional<Duration> took(FirstContact first) {
        return desks.find(first.desk).map(desk -> desk.hours().between(first.answered, first.contacted));
    }

    private static @Nullable Duration median(List<Duration> sorted) {
        var count = sorted.size();
        return count == 0
                ? null
                : sorted.get((count - 1) / 2).plus(sorted.get(count / 2)).dividedBy(2);
    }
}
