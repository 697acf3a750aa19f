package dev.uplift.lab;

import java.io.Closeable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a campaign's ledger again and again while it is carried out, each time in one statement, and holds it against its
 * plan, its queue and the sinks.
 */
final class Sums implements Closeable {

    private static final Duration STEP = Duration.ofMillis(100);

    private static final String LOOK = """
            with sends as materialized (
                select s.state, count(*) as n
                  from delivery.send s
                  join campaign.execution e on e.id = s.run_id
                 where e.campaign_key = :key
                 group by s.state)
            select coalesce(sum(n), 0) as planned,
                   coalesce(sum(n) filter (where state in ('PLANNED', 'SENDING', 'DEFERRED')), 0) as open,
                   coalesce(sum(n) filter (where state = 'SENDING'), 0) as sending,
                   coalesce(sum(n) filter (where state = 'DEFERRED'), 0) as deferred,
                   coalesce(sum(n) filter (where state = 'ACCEPTED'), 0) as accepted,
                   (select count(*)
                      from delivery.due d
                      join campaign.execution e on e.id = d.run_id
                     where e.campaign_key = :key) as queued
              from sends""";

    private record Look(long planned, long open, long sending, long deferred, long accepted, long queued) {}

    private final JdbcClient jdbc;
    private final Journal journal;
    private final int before;
    private final Campaign campaign;
    private final long plan;
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger unplanned = new AtomicInteger();
    private final AtomicInteger retrying = new AtomicInteger();
    private volatile boolean ending;
    private final Thread thread = new Thread(this::look, "sums");

    /** Begins to look; the campaign is to get so many sends, and the journal only this campaign's from now on. */
    Sums(World world, Campaign campaign, long plan) {
        this.jdbc = world.ledger().jdbc();
        this.journal = world.journal();
        this.before = journal.size();
        this.campaign = campaign;
        this.plan = plan;
        thread.start();
    }

    Queue<String> violations() {
        return violations;
    }

    /** How often it was looked while there was no plan yet, and while sends waited for another try. */
    @Override
    public String toString() {
        return "%d looks at the ledger, %d before its plan, %d with retries waiting"
                .formatted(looks.get(), unplanned.get(), retrying.get());
    }

    private void look() {
        while (!ending) {
            var taken = journal.size() - before;
            var look = jdbc.sql(LOOK)
                    .param("key", campaign.key())
                    .query(Sums::read)
                    .single();
            judge(look, taken, journal.size() - before);
            looks.incrementAndGet();
            Threads.pause(STEP);
        }
    }

    private void judge(Look look, int takenBefore, int takenAfter) {
        if (look.planned == 0 && looks.get() == unplanned.get()) {
            unplanned.incrementAndGet();
        } else {
            require(look.planned == plan, "the states do not add up to " + plan, look);
        }
        if (look.deferred > 0) {
            retrying.incrementAndGet();
        }
        require(look.open == look.queued, "what is open is not what is queued", look);
        require(look.accepted <= takenAfter, "accepted are more than the " + takenAfter + " at the sinks", look);
        require(
                takenBefore <= look.accepted + look.sending,
                "the sinks have " + takenBefore + ", more than accepted and on their way",
                look);
    }

    private void require(boolean holds, String violation, Look look) {
        if (!holds) {
            violations.add(violation + ": " + look);
        }
    }

    private static Look read(ResultSet row, int number) throws SQLException {
        return new Look(
                row.getLong("planned"),
                row.getLong("open"),
                row.getLong("sending"),
                row.getLong("deferred"),
                row.getLong("accepted"),
                row.getLong("queued"));
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
