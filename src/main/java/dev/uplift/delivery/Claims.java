package dev.uplift.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes due sends out of the ledger; rows another worker holds are skipped, never waited for. */
@Repository
class Claims {

    /** Runs with something due, and how many sends their pace still allows within the running minute. */
    private static final String DUE_RUNS = """
            select r.run_id,
                   case when r.per_minute is null then :limit
                        else least(:limit, r.per_minute - (
                            select count(*)
                              from delivery.send s
                             where s.run_id = r.run_id and s.exposed_at > :now::timestamptz - interval '1 minute')) end as room
              from campaign.run r
             where r.state = 'RUNNING'
               and exists (
                   select from delivery.send s
                    where s.run_id = r.run_id and s.state in ('PLANNED', 'DEFERRED') and s.not_before <= :now)
             order by r.run_id""";

    /** A later step waits until the customer's earlier one has its end state. */
    private static final String CLAIM = """
            with taken as (
                update delivery.send
                   set state = 'CLAIMED', worker = :worker
                 where id in (
                       select s.id
                         from delivery.send s
                        where s.run_id = :run
                          and s.state in ('PLANNED', 'DEFERRED')
                          and s.not_before <= :now
                          and s.expires_at > :now
                          and not exists (
                              select from delivery.send e
                               where e.run_id = s.run_id and e.customer_id = s.customer_id and e.step < s.step
                                 and e.state in ('PLANNED', 'CLAIMED', 'SENDING', 'DEFERRED'))
                        order by s.not_before, s.id
                        limit :room
                          for update of s skip locked)
                returning *)
            select t.*, r.campaign_key, i.id as invitation
              from taken t
              join campaign.run r on r.run_id = t.run_id
              left join delivery.send i
                on i.run_id = t.run_id and i.customer_id = t.customer_id and i.step = t.of_step and t.of_step <> t.step
             order by t.not_before, t.id""";

    private static final String NEXT_DUE = """
            select min(d.not_before)
              from campaign.run r
             cross join lateral (
                   select s.not_before
                     from delivery.send s
                    where s.run_id = r.run_id and s.state in ('PLANNED', 'DEFERRED')
                    order by s.not_before
                    limit 1) d
             where r.state = 'RUNNING'""";

    private final JdbcClient jdbc;
    private final Worker worker;

    Claims(JdbcClient jdbc, Worker worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** At most this many due sends, all of one run. */
    List<Send> claim(Instant now, int limit) {
        return jdbc
                .sql(DUE_RUNS)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new Room(row.getLong("run_id"), row.getInt("room")))
                .list()
                .stream()
                .filter(room -> room.free > 0)
                .map(room -> claim(room, now))
                .filter(sends -> !sends.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The next instant at which something is due. */
    Optional<Instant> nextDue() {
        return jdbc.sql(NEXT_DUE).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    private List<Send> claim(Room room, Instant now) {
        return jdbc.sql(CLAIM)
                .param("worker", worker.id())
                .param("run", room.run)
                .param("now", Timestamp.from(now))
                .param("room", room.free)
                .query(Send::from)
                .list();
    }

    private record Room(long run, int free) {}
}
