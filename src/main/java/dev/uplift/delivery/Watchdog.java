package dev.uplift.delivery;

import dev.uplift.channel.Channel;
import dev.uplift.channel.Lane;
import dev.uplift.platform.Medium;
import dev.uplift.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices runs whose work is due and allowed, and of which nothing is settled for five minutes. */
@Repository
public class Watchdog {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration REMINDER = Duration.ofMinutes(15);

    /** Cheap, for a queue that shrinks moves; only of one that does not is the ledger asked. */
    private static final String LOOK = """
            with working as (
                select r.run_id, count(*) as waiting
                  from campaign.run r
                  join delivery.due d on d.run_id = r.run_id and d.not_before <= :now
                 where r.state = 'RUNNING'
                   and not exists (select from delivery.hold h where h.released_at is null)
                 group by r.run_id),
            idle as (
                delete from delivery.watch w where not exists (select from working o where o.run_id = w.run_id))
            insert into delivery.watch as w (run_id, waiting, moved_at)
            select run_id, waiting, :now from working
            on conflict (run_id) do update
                set waiting = excluded.waiting,
                    stuck = w.stuck and excluded.waiting >= w.waiting,
                    warned_at = case when excluded.waiting >= w.waiting then w.warned_at end,
                    moved_at = case when excluded.waiting >= w.waiting then w.moved_at else excluded.moved_at end""";

    private static final String MOVED = """
            update delivery.watch w
               set moved_at = :now, stuck = false, warned_at = null
             where w.moved_at <= :before
               and exists (select from delivery.send s where s.run_id = w.run_id and s.settled_at > :before)""";

    /** Streams of the others with a send that no earlier step of its customer keeps waiting. */
    private static final String SUSPECTS = """
            select w.run_id, r.per_minute, c.channel, u.urgent, null as domain
              from delivery.watch w
              join campaign.run r on r.run_id = w.run_id
             cross join (values ('email'), ('sms')) as c (channel)
             cross join (values (true), (false)) as u (urgent)
             where w.moved_at <= :before
               and exists (
                   select from delivery.due d
                     join delivery.send s on s.id = d.send_id
                    where d.run_id = w.run_id and d.channel = c.channel and d.urgent = u.urgent and d.not_before <= :now
                      and not d.apart and {first})
            union
            select w.run_id, r.per_minute, d.channel, d.urgent, d.domain
              from delivery.watch w
              join campaign.run r on r.run_id = w.run_id
              join delivery.due d on d.run_id = w.run_id and d.apart and d.not_before <= :now
              join delivery.send s on s.id = d.send_id
             where w.moved_at <= :before
               and {first}""".replace("{first}", """
            (s.step = 1 or s.kind = 'follow-up' or s.run_id = 0 or not exists (
                select from delivery.send e
                 where e.run_id = s.run_id and e.customer_id = s.customer_id and e.step < s.step
                   and e.state in ('PLANNED', 'SENDING', 'DEFERRED')))""");

    private static final String MARK = "update delivery.watch set stuck = true where run_id = :run";

    private static final String WARN = """
            update delivery.watch
               set warned_at = :now
             where stuck
               and (warned_at is null or warned_at <= :reminded)
            returning run_id""";

    private static final String STUCK = """
            select r.campaign_key, r.number, w.run_id, w.waiting, w.moved_at
              from delivery.watch w
              join campaign.run r on r.run_id = w.run_id
             where w.stuck
               and r.state = 'RUNNING'
             order by w.moved_at""";

    private static final String WORKERS = """
            select name, started_at, seen_at from delivery.worker where ended_at is null order by started_at, id""";

    private final JdbcClient jdbc;
    private final Pacer pacer;
    private final DomainPaces paces;
    private final Map<Medium, Channel> channels;
    private Instant looked = Instant.MIN;

    Watchdog(JdbcClient jdbc, Pacer pacer, DomainPaces paces, List<Channel> channels) {
        this.jdbc = jdbc;
        this.pacer = pacer;
        this.paces = paces;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::medium, Function.identity()));
    }

    /** Looks, at most once a minute, and warns about what is stuck, at most every quarter of an hour. */
    public synchronized void look(Instant now) {
        if (now.isBefore(looked) || !now.isBefore(looked.plus(INTERVAL))) {
            looked = now;
            update(LOOK, now);
            update(MOVED, now);
            suspects(now).stream()
                    .filter(stream -> pacer.room(stream.limits(lane(stream)), 1, now) > 0)
                    .map(Stream::run)
                    .distinct()
                    .forEach(run -> jdbc.sql(MARK).param("run", run.value()).update());
            warn(now);
        }
    }

    /** The runs that are stuck, the oldest first. */
    public List<Stuck> stuck() {
        return jdbc.sql(STUCK).query(Watchdog::run).list();
    }

    /** The processes that send, on all nodes. */
    public List<Heartbeat> workers() {
        return jdbc.sql(WORKERS)
                .query((row, number) -> new Heartbeat(
                        row.getString("name"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant()))
                .list();
    }

    private void warn(Instant now) {
        var runs = jdbc.sql(WARN)
                .param("now", Timestamp.from(now))
                .param("reminded", Timestamp.from(now.minus(REMINDER)))
                .query(Long.class)
                .list();
        if (!runs.isEmpty()) {
            stuck().forEach(run -> log.warn(
                    "Campaign {} is stuck: {} sends are due and nothing has moved since {}. Look at its provider, and at"
                            + " the workers in GET /api/sending",
                    run.campaign(),
                    run.waiting(),
                    run.since()));
        }
    }

    private List<Stream> suspects(Instant now) {
        return jdbc.sql(SUSPECTS)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(PATIENCE)))
                .query((row, number) -> new Stream(
                        new RunId(row.getLong("run_id")),
                        Medium.of(row.getString("channel")).orElseThrow(),
                        row.getBoolean("urgent"),
                        row.getObject("per_minute", Integer.class),
                        paces.of(row)))
                .list();
    }

    private void update(String sql, Instant now) {
        jdbc.sql(sql)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(PATIENCE)))
                .update();
    }

    private Optional<Lane> lane(Stream stream) {
        return Optional.ofNullable(channels.get(stream.channel())).flatMap(Channel::lane);
    }

    private static Stuck run(ResultSet row, int number) throws SQLException {
        return new Stuck(
                row.getString("campaign_key"),
                row.getInt("number"),
                row.getLong("waiting"),
                row.getTimestamp("moved_at").toInstant());
    }
}
