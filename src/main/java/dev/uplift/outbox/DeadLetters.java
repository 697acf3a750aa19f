package dev.uplift.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the telling goes, and what could not be told and waits for people to send it again. */
@Component
public class DeadLetters {

    private static final String ENDPOINTS = """
            select e.name as endpoint,
                   count(*) filter (where d.state = 'WAITING') as waiting,
                   count(*) filter (where d.state = 'DELIVERED') as delivered,
                   count(*) filter (where d.state = 'DEAD') as dead,
                   min(d.at) filter (where d.state = 'WAITING') as oldest
              from unnest(:names::text[]) as e (name)
              left join outbox.delivery d on d.endpoint = e.name
             group by e.name
             order by e.name""";

    private static final String DEAD = """
            select %s
              from outbox.delivery d
             where d.state = 'DEAD' and d.id > :after
             order by d.id
             limit 100""".formatted(Delivery.COLUMNS);

    private static final String AGAIN = """
            update outbox.delivery
               set state = 'WAITING', tries = 0, due_at = :now, ended_at = null
             where state = 'DEAD'""";

    private final JdbcClient jdbc;
    private final List<String> names;

    DeadLetters(JdbcClient jdbc, WebhookSettings settings) {
        this.jdbc = jdbc;
        this.names = settings.webhooks().keySet().stream().sorted().toList();
    }

    /**
     * How it stands with an endpoint.
     *
     * @param oldest when the oldest happened that still waits, or null
     */
    public record Standing(
            String endpoint,
            long waiting,
            long delivered,
            long dead,
            @Nullable Instant oldest) {

        static Standing of(ResultSet row, int number) throws SQLException {
            var oldest = row.getTimestamp("oldest");
            return new Standing(
                    row.getString("endpoint"),
                    row.getLong("waiting"),
                    row.getLong("delivered"),
                    row.getLong("dead"),
                    oldest == null ? null : oldest.toInstant());
        }
    }

    /** The endpoints of the settings. */
    public List<Standing> standings() {
        return jdbc.sql(ENDPOINTS)
                .param("names", names.toArray(String[]::new))
                .query(Standing::of)
                .list();
    }

    /** At most a hundred that could not be told, the oldest first, after this number. */
    public List<Delivery> list(long after) {
        return jdbc.sql(DEAD).param("after", after).query(Delivery::of).list();
    }

    /** Sends one again as if it were new; false if it is none of them. Later ones of the same customer wait for it. */
    public boolean replay(long id, Instant now) {
        return jdbc.sql(AGAIN + " and id = :id")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Sends all of them again; gives back how many. */
    public int replayAll(Instant now) {
        return jdbc.sql(AGAIN).param("now", Timestamp.from(now)).update();
    }
}
