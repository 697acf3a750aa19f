package dev.uplift.delivery;

import dev.uplift.platform.Medium;
import dev.uplift.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes due sends from the queue; rows another worker holds are skipped, never waited for. */
@Repository
class Claims {

    private static final String DUE = """
            select r.run_id, r.per_minute, c.channel, u.urgent
              from campaign.run r
             cross join (values ('email'), ('sms')) as c (channel)
             cross join (values (true), (false)) as u (urgent)
             cross join lateral (
                   select
                     from delivery.due d
                    where d.run_id = r.run_id and d.channel = c.channel and d.urgent = u.urgent and d.worker is null
                      and d.not_before <= :now
                    order by d.not_before
                    limit 1) as first
             where r.state = 'RUNNING'
               and not exists (select from delivery.hold h where h.released_at is null)
             order by r.run_id""";

    /** A later step waits until the customer's earlier one has its end state. */
    private static final String CLAIM = """
            with next as materialized (
                select d.send_id
                  from delivery.due d
                  join delivery.send s on s.id = d.send_id
                 where d.run_id = :run and d.channel = :channel and d.urgent = :urgent and d.worker is null
                   and d.not_before <= :now
                   and (d.not_before, d.place) > (:lastNotBefore, :lastPlace)
                   and (s.step = 1 or not exists (
                        select from delivery.send e
                         where e.run_id = s.run_id and e.customer_id = s.customer_id and e.step < s.step
                           and e.state in ('PLANNED', 'SENDING', 'DEFERRED')))
                 order by d.not_before, d.place
                 limit :room
                   for update of d skip locked),
            taken as (
                update delivery.due d
                   set worker = :worker
                  from next n
                 where d.send_id = n.send_id
                returning d.send_id, d.not_before as due_at, d.place, d.suspicion)
            select s.*, t.due_at, t.place, t.suspicion, r.campaign_key, i.id as invitation
              from taken t
              join delivery.send s on s.id = t.send_id
              join campaign.run r on r.run_id = s.run_id
              left join delivery.send i
                on i.run_id = s.run_id and i.customer_id = s.customer_id and i.step = s.of_step and s.of_step <> s.step
             order by t.due_at, t.place""";

    private static final String NEXT_DUE = """
            select min(d.not_before)
              from campaign.run r
             cross join (values ('email'), ('sms')) as c (channel)
             cross join (values (true), (false)) as u (urgent)
             cross join lateral (
                   select q.not_before
                     from delivery.due q
                    where q.run_id = r.run_id and q.channel = c.channel and q.urgent = u.urgent and q.worker is null
                    order by q.not_before
                    limit 1) d
             where r.state = 'RUNNING'
               and not exists (select from delivery.hold h where h.released_at is null)""";

    private final JdbcClient jdbc;
    private final Few few;

    Claims(JdbcClient jdbc, Few few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    /** The streams with something due. */
    List<Stream> due(Instant now) {
        return few.runCarelessly(() -> jdbc.sql(DUE)
                .param("now", Timestamp.from(now))
                .query(Claims::stream)
                .list());
    }

    /** At most this many due sends behind a place in the queue, in its order. */
    List<Send> claim(Stream stream, Place after, long worker, Instant now, int most) {
        return few.runCarelessly(() -> jdbc.sql(CLAIM)
                .param("worker", worker)
                .param("run", stream.run().value())
                .param("channel", stream.channel().key())
                .param("urgent", stream.urgent())
                .param("now", Timestamp.from(now))
                .param("lastNotBefore", Timestamp.from(after.notBefore()))
                .param("lastPlace", after.number())
                .param("room", most)
                .query(Send::from)
                .list());
    }

    /** The next instant at which something is due. */
    Optional<Instant> nextDue() {
        return jdbc.sql(NEXT_DUE).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    private static Stream stream(ResultSet row, int number) throws SQLException {
        return new Stream(
                new RunId(row.getLong("run_id")),
                Medium.of(row.getString("channel")).orElseThrow(),
                row.getBoolean("urgent"),
                row.getObject("per_minute", Integer.class));
    }
}
