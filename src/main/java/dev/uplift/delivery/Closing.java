package dev.uplift.delivery;

import dev.uplift.platform.RunId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The end of sends and runs: what is cancelled ends, and a run is over when none of its sends is open. */
@Repository
public class Closing {

    private static final String CANCEL = """
            with cancelled as (
                select d.send_id
                  from campaign.run r
                  join delivery.due d on d.run_id = r.run_id
                 where r.state = 'CANCELLED'
                   and d.worker is null
                   for update of d skip locked),
            ended as (
                update delivery.send s
                   set state = 'CANCELLED', settled_at = :now
                  from cancelled c
                 where s.id = c.send_id
                   and s.state in ('PLANNED', 'DEFERRED'))
            delete from delivery.due d using cancelled c where d.send_id = c.send_id""";

    private static final String OVER = """
            select r.run_id
              from campaign.run r
             where r.state = 'RUNNING'
               and not exists (select from delivery.due d where d.run_id = r.run_id)""";

    private final JdbcClient jdbc;
    private final Worker worker;
    private final Reaper reaper;

    Closing(JdbcClient jdbc, Worker worker, Reaper reaper) {
        this.jdbc = jdbc;
        this.worker = worker;
        this.reaper = reaper;
    }

    /** Shows that this worker lives. */
    public void beat() {
        worker.beat();
    }

    /** Settles what dead workers left behind. */
    public void recover(Instant now) {
        reaper.settle(now);
    }

    /** Ends what is cancelled, then names the runs that are over. */
    public List<RunId> close(Instant now) {
        jdbc.sql(CANCEL).param("now", Timestamp.from(now)).update();
        return jdbc.sql(OVER)
                .query((row, number) -> new RunId(row.getLong("run_id")))
                .list();
    }
}
