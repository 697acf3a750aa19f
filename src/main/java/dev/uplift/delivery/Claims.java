package dev.uplift.delivery;

import dev.uplift.platform.Medium;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SqlFile;
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
            select r.run_id, r.per_minute, c.channel, u.urgent, null as domain
              from campaign.run r
             cross join (values ('email'), ('sms')) as c (channel)
             cross join (values (true), (false)) as u (urgent)
             cross join lateral (
                   select
                     from delivery.due d
                    where d.run_id = r.run_id and d.channel = c.channel and d.urgent = u.urgent and d.worker is null
                      and not d.apart and d.not_before <= :now
                    order by d.not_before
                    limit 1) as first
             where r.state = 'RUNNING'
               and not exists (select from delivery.hold h where h.released_at is null)
             order by r.run_id""";

    /**
     * A later step waits until the customer's earlier one has its end state; what follows an answer, and messages outside of
     * campaigns, wait for nobody. Who leaves is not taken. Rows are named by array,
     * since a join may begin with the whole queue while statistics believe it to be empty.
     */
    private static final String CLAIM = """
            with next as materialized (
                select d.send_id, {leaves} as leaves
                  from delivery.due d
                  join delivery.send s on s.id = d.send_id
                 where d.run_id = :run and d.channel = :channel and d.urgent = :urgent and d.worker is null
                   and {queue} and d.not_before <= :now
                   and (d.not_before, d.place) > (:lastNotBefore, :lastPlace)
                   and (s.step = 1 or s.kind = 'follow-up' or s.run_id = 0 or not exists (
                        select from delivery.send e
                         where e.run_id = s.run_id and e.customer_id = s.customer_id and e.step < s.step
                           and e.state in ('PLANNED', 'SENDING', 'DEFERRED')))
                 order by d.not_before, d.place
                 limit :room
                   for update of d skip locked),
            gone as (
                update delivery.due d
                   set apart = true
                 where d.send_id = any (array(select send_id from next where leaves))
                returning d.send_id, d.not_before as due_at, d.place, d.suspicion, true as leaves),
            taken as (
                update delivery.due d
                   set worker = :worker
                 where d.send_id = any (array(select send_id from next where not leaves))
                returning d.send_id, d.not_before as due_at, d.place, d.suspicion, false as leaves)
            select s.*, t.leaves, t.due_at, t.place, t.suspicion, r.campaign_key, i.id as invitation
              from (select * from taken union all select * from gone) t
              join delivery.send s on s.id = t.send_id
              join campaign.run r on r.run_id = s.run_id
              left join delivery.send i
                on i.run_id = s.run_id and i.customer_id = s.customer_id and i.step = s.of_step and s.of_step <> s.step
             order by t.due_at, t.place""";

    /** Sends whose domain has a rate of its own, or lately asked us to slow down, leave for the queue of their domain. */
    private static final String COMMON = CLAIM.replace("{queue}", "not d.apart").replace("{leaves}", """
            (d.domain = any (:rated) or d.domain in (
                select substr(b.key, 8) from delivery.bucket b where b.key like 'domain:%' and b.rests_until > :lately))""");

    private static final String APART =
            CLAIM.replace("{queue}", "d.apart and d.domain = :domain").replace("{leaves}", "false");

    private static final String STREAMS_APART = SqlFile.of("delivery/apart.sql");

    private static final String NEXT_DUE = """
            select least(min(d.not_before), (
                   select min(greatest(a.not_before, b.rests_until))
                     from delivery.due a
                     join campaign.run n on n.run_id = a.run_id and n.state = 'RUNNING'
                     left join delivery.bucket b on b.key = 'domain:' || a.domain
                    where a.worker is null and a.apart
                      and not exists (select from delivery.hold h where h.released_at is null)))
              from campaign.run r
             cross join (values ('email'), ('sms')) as c (channel)
             cross join (values (true), (false)) as u (urgent)
             cross join lateral (
                   select q.not_before
                     from delivery.due q
                    where q.run_id = r.run_id and q.channel = c.channel and q.urgent = u.urgent and q.worker is null
                      and not q.apart
                    order by q.not_before
                    limit 1) d
             where r.state = 'RUNNING'
               and not exists (select from delivery.hold h where h.released_at is null)""";

    private final JdbcClient jdbc;
    private final Few few;
    private final DomainPaces paces;

    Claims(JdbcClient jdbc, Few few, DomainPaces paces) {
        this.jdbc = jdbc;
        this.few = few;
        this.paces = paces;
    }

    /** The streams with something due. */
    List<Stream> due(Instant now) {
        return few.runCarelessly(() -> java.util.stream.Stream.of(DUE, STREAMS_APART)
                .flatMap(sql -> jdbc.sql(sql).param("now", Timestamp.from(now)).query(this::stream).list().stream())
                .toList());
    }

    /** At most this many due sends behind a place in the queue, in its order. */
    List<Send> claim(Stream stream, Place after, long worker, Instant now, int most) {
        while (true) {
            var found = next(stream, after, worker, now, most);
            var sends = found.stream().flatMap(Optional::stream).toList();
            if (found.isEmpty() || !sends.isEmpty()) {
                return sends;
            }
        }
    }

    /** The next sends; empty for each that left for the queue of its domain. */
    private List<Optional<Send>> next(Stream stream, Place after, long worker, Instant now, int most) {
        var domain = stream.domain();
        return few.runCarelessly(() -> jdbc.sql(domain == null ? COMMON : APART)
                .param("domain", domain == null ? null : domain.name())
                .param("rated", paces.rated().toArray(String[]::new))
                .param("lately", Timestamp.from(now.minus(DomainPaces.MEMORY)))
                .param("worker", worker)
                .param("run", stream.run().value())
                .param("channel", stream.channel().key())
                .param("urgent", stream.urgent())
                .param("now", Timestamp.from(now))
                .param("lastNotBefore", Timestamp.from(after.notBefore()))
                .param("lastPlace", after.number())
                .param("room", most)
                .query((row, number) ->
                        row.getBoolean("leaves") ? Optional.<Send>empty() : Optional.of(Send.from(row, number)))
                .list());
    }

    /** The next instant at which something is due. */
    Optional<Instant> nextDue() {
        return jdbc.sql(NEXT_DUE).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    private Stream stream(ResultSet row, int number) throws SQLException {
        return new Stream(
                new RunId(row.getLong("run_id")),
                Medium.of(row.getString("channel")).orElseThrow(),
                row.getBoolean("urgent"),
                row.getObject("per_minute", Integer.class),
                paces.of(row));
    }
}
