package dev.uplift.delivery;

import dev.uplift.platform.RunId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The end of sends and runs: what is out of date expires, and a run is over when each of its sends has its end state. */
@Repository
public class Closing {

    private static final String EXPIRE = """
            update delivery.send s
               set state = case r.state when 'CANCELLED' then 'CANCELLED' else 'EXPIRED' end, settled_at = :now
              from campaign.run r
             where r.run_id = s.run_id
               and s.state in ('PLANNED', 'DEFERRED')
               and (r.state = 'CANCELLED' or r.state = 'RUNNING' and s.expires_at <= :now)""";

    private static final String OVER = """
            select r.run_id
              from campaign.run r
             where r.state = 'RUNNING'
               and not exists (
                   select from delivery.send s
                    where s.run_id = r.run_id and s.state in ('PLANNED', 'CLAIMED', 'SENDING', 'DEFERRED'))""";

    private final JdbcClient jdbc;
    private final Worker worker;
    private final Receipts receipts;

    Closing(JdbcClient jdbc, Worker worker, Receipts receipts) {
        this.jdbc = jdbc;
        this.worker = worker;
        this.receipts = receipts;
    }

    /** Settles what dead workers, or a broken round of this one, left behind. */
    public void recover(Instant now) {
        worker.release(now);
    }

    /** Applies what providers have said since; gives the number of sends that changed. */
    public int hear(Instant now) {
        return receipts.apply(now);
    }

    /** Ends what is out of date or cancelled, then names the runs that are over. */
    public List<RunId> close(Instant now) {
        jdbc.sql(EXPIRE).param("now", Timestamp.from(now)).update();
        return jdbc.sql(OVER)
                .query((row, number) -> new RunId(row.getLong("run_id")))
                .list();
    }
}
