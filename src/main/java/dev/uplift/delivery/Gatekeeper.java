package dev.uplift.delivery;

import dev.uplift.platform.SendId;
import dev.uplift.platform.SqlFile;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the gate and marks who may go, a group at a time: one statement, one commit. */
@Repository
class Gatekeeper {

    private static final String MARK = SqlFile.of("delivery/mark.sql");

    /** A message that could not be written is refused before the gate; the campaign goes on without it. */
    private static final String REFUSE = """
            with refused as (
                update delivery.send s
                   set state = :state, reason = :reason, settled_at = :now
                  from delivery.due d
                 where s.id = any (:sends)
                   and s.state in ('PLANNED', 'DEFERRED')
                   and d.send_id = s.id
                   and d.worker = :worker
                returning s.id)
            delete from delivery.due d using refused r where d.send_id = r.id""";

    /**
     * Two runs must not count the contacts of one customer at the same time. The order of customers keeps two groups from
     * waiting for each other, and whoever marks next sees what this transaction marked. Nobody waits where no cap counts.
     */
    private static final String ONE_AT_A_TIME = """
            select count(pg_advisory_xact_lock(hashtext('delivery.cap'), c.customer))
              from (select distinct (s.customer_id % 1000000007)::int as customer
                      from delivery.send s
                     where s.id = any (:sends)
                       and s.purpose <> 'service'
                       and s.kind <> 'reminder'
                     order by customer
                    offset 0) c""";

    /** What was claimed but will not go now is there for everybody again. */
    private static final String RELEASE = """
            update delivery.due d
               set worker = null, not_before = greatest(d.not_before, :now)
              from delivery.send s
             where d.send_id = any (:sends)
               and d.worker = :worker
               and s.id = d.send_id
               and s.state in ('PLANNED', 'DEFERRED')""";

    private final JdbcClient jdbc;
    private final Few few;
    private final Pacer pacer;

    Gatekeeper(JdbcClient jdbc, Few few, Pacer pacer) {
        this.jdbc = jdbc;
        this.few = few;
        this.pacer = pacer;
    }

    /**
     * The sends of the group that are now durably marked as being sent; those beyond the limits are put back.
     *
     * @param capped whether the group may have sends of which a customer gets only so many
     */
    Set<SendId> admit(List<SendId> group, long worker, boolean capped, List<Limit> limits, Instant now) {
        return few.run(() -> {
            var room = pacer.take(limits, group.size(), now);
            if (capped) {
                oneAtATime(group.subList(0, room));
            }
            var marked = mark(group.subList(0, room), worker, now);
            pacer.giveBack(limits, room - marked.size(), now);
            release(group.subList(room, group.size()), worker);
            return marked;
        });
    }

    /** Takes another share of the limits for one that was held up; one asks at a time, so that they do not crowd the bucket. */
    synchronized boolean again(List<Limit> limits, Instant now) {
        return few.runCarelessly(() -> pacer.again(limits, now));
    }

    void reject(Collection<SendId> sends, long worker, Instant now) {
        refuse(sends, worker, "REJECTED", "RENDERING", now);
    }

    /** Takes out what killed its worker again and again. */
    void quarantine(Collection<SendId> sends, long worker, Instant now) {
        refuse(sends, worker, "QUARANTINED", "WORKER_DIED", now);
    }

    /** Puts them back at their place in the queue, whatever our clock says: it may be wrong. */
    void release(Collection<SendId> sends, long worker) {
        release(sends, worker, Instant.EPOCH);
    }

    /** Puts them back until later. */
    void release(Collection<SendId> sends, long worker, Instant notBefore) {
        if (!sends.isEmpty()) {
            on(RELEASE, sends, worker, notBefore).update();
        }
    }

    private void oneAtATime(List<SendId> sends) {
        jdbc.sql(ONE_AT_A_TIME).param("sends", ids(sends)).query(Long.class).single();
    }

    private Set<SendId> mark(List<SendId> sends, long worker, Instant now) {
        if (sends.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(on(MARK, sends, worker, now)
                .query((row, number) -> new SendId(row.getObject("id", UUID.class)))
                .list());
    }

    private void refuse(Collection<SendId> sends, long worker, String state, String reason, Instant now) {
        if (!sends.isEmpty()) {
            on(REFUSE, sends, worker, now)
                    .param("state", state)
                    .param("reason", reason)
                    .update();
        }
    }

    private JdbcClient.StatementSpec on(String sql, Collection<SendId> sends, long worker, Instant now) {
        return jdbc.sql(sql).param("sends", ids(sends)).param("worker", worker).param("now", Timestamp.from(now));
    }

    private static UUID[] ids(Collection<SendId> sends) {
        return sends.stream().map(SendId::value).toArray(UUID[]::new);
    }
}
