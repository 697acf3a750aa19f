package dev.uplift.delivery;

import dev.uplift.platform.Failpoint;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Settles what dead workers held: what was only claimed is free again, what was being sent is UNKNOWN. */
@Repository
class Reaper {

    private static final Logger log = LoggerFactory.getLogger(Reaper.class);

    private static final Duration SILENCE = Duration.ofMinutes(15);

    /** A process that stands still keeps its lock; without its session it can mark nothing when it goes on. */
    private static final String FENCE = Worker.END_SESSIONS + """
             where w.ended_at is null
               and w.seen_at < clock_timestamp() - :silence * interval '1 second'""";

    private static final String BURY = """
            update delivery.worker
               set ended_at = clock_timestamp()
             where ended_at is null
               and pg_try_advisory_xact_lock(id)""";

    /** Locks first, so that the next statement sees what a mark under way has done. */
    private static final String LOCK = """
            select count(*)
              from (select d.send_id
                      from delivery.due d
                      join delivery.worker w on w.id = d.worker
                     where w.ended_at is not null
                       for update of d) as held""";

    private static final String SETTLE = """
            with held as materialized (
                select d.send_id, s.state
                  from delivery.due d
                  join delivery.worker w on w.id = d.worker
                  join delivery.send s on s.id = d.send_id
                 where w.ended_at is not null),
            unknown as (
                update delivery.send s
                   set state = 'UNKNOWN', reason = 'WORKER_DIED', exposed_at = :now, settled_at = :now
                  from held h
                 where s.id = h.send_id
                   and s.state = 'SENDING'
                returning s.id),
            closed as (
                delete from delivery.due d
                 using held h
                 where d.send_id = h.send_id
                   and h.state not in ('PLANNED', 'DEFERRED')),
            freed as (
                update delivery.due d
                   set worker = null, suspicion = greatest(d.suspicion, 1), not_before = greatest(d.not_before, :now)
                  from held h
                 where d.send_id = h.send_id
                   and h.state in ('PLANNED', 'DEFERRED')
                returning d.send_id)
            select (select count(*) from unknown) as unknown, (select count(*) from freed) as freed""";

    private final JdbcClient jdbc;
    private final Few few;

    Reaper(JdbcClient jdbc, Few few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    /** Buries the dead and settles what they held; any node may do it at any time. */
    void settle(Instant now) {
        var settled = few.run(() -> {
            jdbc.sql(FENCE)
                    .param("silence", SILENCE.toSeconds())
                    .query(Long.class)
                    .single();
            jdbc.sql(BURY).update();
            return jdbc.sql(LOCK).query(Long.class).single() > 0
                    ? jdbc.sql(SETTLE)
                            .param("now", Timestamp.from(now))
                            .query((row, number) -> new Settled(row.getLong("unknown"), row.getLong("freed")))
                            .single()
                    : Settled.NOTHING;
        });
        if (settled.any()) {
            Failpoint.at("recover.after");
            tell(settled);
        }
    }

    private static void tell(Settled settled) {
        log.warn(
                "A worker died: {} sends it held are free again, {} that were being sent are UNKNOWN",
                settled.freed,
                settled.unknown);
    }

    private record Settled(long unknown, long freed) {

        static final Settled NOTHING = new Settled(0, 0);

        boolean any() {
            return unknown + freed > 0;
        }
    }
}
