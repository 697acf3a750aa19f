package dev.uplift.delivery;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Campaigns;
import dev.uplift.platform.SqlFile;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the messages that follow answers into the ledger: once for each customer of a run, whichever node listens. */
@Repository
public class AfterAnswers {

    /** How far a look goes back behind the one before: an answer is seen only once its transaction has ended. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    /** How far the first look of all goes back. */
    private static final Duration FIRST = Duration.ofDays(1);

    private static final String FOLLOW = SqlFile.of("delivery/follow.sql");

    /** Also keeps other nodes waiting until this look ends. */
    private static final String LISTENED = """
            insert into delivery.heard as h (until) values (:first)
                on conflict (only_row) do update set until = h.until
            returning until""";

    private static final String LISTEN = "update delivery.heard set until = :now";

    private static final String RUNS = """
            select r.run_id, r.campaign_key, r.version
              from delivery.awaited a
              join campaign.run r on r.run_id = a.run_id
             where r.state in ('RUNNING', 'PAUSED')
               and r.run_id in (select s.run_id from survey.score s where s.at > :since and s.at <= :now)
             order by r.run_id""";

    private record Heard(long runId, String campaignKey, int version) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Campaigns campaigns;
    private final StepsJson steps;

    AfterAnswers(JdbcClient jdbc, TransactionOperations transaction, Campaigns campaigns, StepsJson steps) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.campaigns = campaigns;
        this.steps = steps;
    }

    /** Plans what follows the answers confirmed since the last look; gives back the instant of the look. */
    public Instant plan(Instant now) {
        transaction.executeWithoutResult(status -> {
            var since = since(now);
            for (var heard : heard(since, now)) {
                plan(heard.runId, campaigns.of(heard.campaignKey, heard.version), since, now);
            }
            jdbc.sql(LISTEN).param("now", Timestamp.from(now)).update();
        });
        return now;
    }

    /** A clock that was put back, as for a simulated past, is believed. */
    private Instant since(Instant now) {
        var until = jdbc.sql(LISTENED)
                .param("first", Timestamp.from(now.minus(FIRST)))
                .query(Timestamp.class)
                .single()
                .toInstant();
        return (until.isBefore(now) ? until : now).minus(OVERLAP);
    }

    private List<Heard> heard(Instant since, Instant now) {
        return jdbc.sql(RUNS)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .query(Heard.class)
                .list();
    }

    private void plan(long run, Campaign campaign, Instant since, Instant now) {
        jdbc.sql(FOLLOW)
                .param("run", run)
                .param("follow", steps.afterAnswers(campaign))
                .param("channels", campaign.channels().toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }
}
