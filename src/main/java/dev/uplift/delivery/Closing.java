package dev.uplift.delivery;

import dev.uplift.campaign.Campaigns;
import dev.uplift.platform.RunId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The end of sends and runs: what is cancelled ends, and a run is over when none of its sends is open and no answer can come
 * any more that a message follows.
 */
@Repository
public class Closing {

    private static final String CANCEL = """
            with cancelled as (
                select d.send_id
                  from campaign.run r
                  join delivery.due d on d.run_id = r.run_id
                 where r.state = 'CANCELLED'
                   and d.worker is null
                 limit :most
                   for update of d skip locked),
            ended as (
                update delivery.send s
                   set state = 'CANCELLED', settled_at = :now
                  from cancelled c
                 where s.id = c.send_id
                   and s.state in ('PLANNED', 'DEFERRED'))
            delete from delivery.due d using cancelled c where d.send_id = c.send_id""";

    /** One look into each index, wherever an open send may stand; a join would read the whole queue, each second. */
    private static final String OPEN = """
            (exists (select from delivery.due d where d.run_id = r.run_id and d.worker is null and not d.apart offset 0)
             or exists (select from delivery.due d where d.run_id = r.run_id and d.worker is null and d.apart offset 0)
             or exists (select from delivery.due d where d.run_id = r.run_id and d.worker is not null offset 0))""";

    private static final String OVER = """
            select r.run_id
              from campaign.run r
             where r.state = 'RUNNING'
               and r.run_id <> 0
               and not exists (select from delivery.awaited a where a.run_id = r.run_id and a.until > :now)
               and not\s""" + OPEN;

    /** Somebody put sends back into the queue while their run was being closed. */
    private static final String OPEN_AGAIN = """
            select r.run_id
              from campaign.run r
             where r.state = 'FINISHED'
               and r.finished_at > :now::timestamptz - interval '1 minute'
               and\s""" + OPEN;

    /** A campaign of millions ends over some seconds, and nothing else waits for it. */
    private static final int MOST = 50_000;

    private final JdbcClient jdbc;
    private final Worker worker;
    private final Reaper reaper;
    private final Epoch epoch;
    private final Campaigns campaigns;
    private final Awaited awaited;

    Closing(JdbcClient jdbc, Worker worker, Reaper reaper, Epoch epoch, Campaigns campaigns, Awaited awaited) {
        this.jdbc = jdbc;
        this.worker = worker;
        this.reaper = reaper;
        this.epoch = epoch;
        this.campaigns = campaigns;
        this.awaited = awaited;
    }

    /** Shows that this worker lives, and how far its database has come. */
    public void beat() {
        worker.beat();
        epoch.beat();
    }

    /** Settles what dead workers left behind. */
    public void recover(Instant now) {
        reaper.settle(now);
    }

    /** Ends what is cancelled, then names the runs that are over. */
    public List<RunId> close(Instant now) {
        jdbc.sql(CANCEL).param("now", Timestamp.from(now)).param("most", MOST).update();
        runs(jdbc.sql(OPEN_AGAIN).param("now", Timestamp.from(now))).forEach(run -> campaigns.reopen(run, now));
        return runs(jdbc.sql(OVER).param("now", Timestamp.from(now))).stream()
                .filter(run -> awaited.over(run, now))
                .toList();
    }

    private static List<RunId> runs(JdbcClient.StatementSpec named) {
        return named.query((row, number) -> new RunId(row.getLong("run_id"))).list();
    }
}
