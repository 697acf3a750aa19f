package dev.uplift.delivery;

import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.IllegalState;
import dev.uplift.identity.Actor;
import dev.uplift.identity.AuditLog;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SqlFile;
import dev.uplift.platform.database.Patience;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Puts sends of the newest run that came to nothing back into its queue; each passes the gate like the first time. */
@Repository
public class Retries {

    private static final String CHOICE = SqlFile.of("delivery/again.sql");

    private static final String COUNT = CHOICE + "select count(*) from fit";

    private static final String AGAIN = CHOICE + SqlFile.of("delivery/requeue.sql");

    /** What was refused for a cause that can be mended; never addresses that are bad or want nothing. */
    private static final String FAILED = "s.state = 'REJECTED' and s.reason in ('MESSAGE', 'POLICY', 'RENDERING')";

    private static final String QUARANTINED = "s.state = 'QUARANTINED'";

    /** What never left. */
    private static final String UNSENT = """
            s.state in ('EXPIRED', 'CANCELLED')
            or s.state = 'SKIPPED' and s.reason in ('ADDRESS_CHANGED', 'CONTACT_CAP', 'NO_WINDOW')""";

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Campaigns campaigns;
    private final AuditLog audit;
    private final Patience patience;

    Retries(JdbcClient jdbc, Ledger ledger, Campaigns campaigns, AuditLog audit, Patience patience) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.audit = audit;
        this.patience = patience;
    }

    /** How many sends of the newest run {@link #retryFailed} would put back. */
    public long failed(String campaign, boolean quarantined) {
        return count(campaign, failed(quarantined));
    }

    /** How many sends of the newest run {@link #sendRest} would put back. */
    public long unsent(String campaign) {
        return count(campaign, UNSENT);
    }

    /**
     * Tries again what was refused for the message, for our account or while it was written, and, if asked to, what killed
     * its process; the number of sends. Throws {@link IllegalState} for a cancelled campaign.
     */
    @Transactional
    public int retryFailed(String campaign, boolean quarantined, Actor actor, Instant now) {
        return ledger.newestRun(campaign)
                .map(run -> {
                    var retried = again(run, failed(quarantined), "RETRY_FAILED", now);
                    if (retried > 0 && !campaigns.reopen(new RunId(run), now)) {
                        throw new IllegalState("Campaign '" + campaign + "' was cancelled. Send to the rest instead.");
                    }
                    return told(campaign, "campaign.retry-failed", retried, actor);
                })
                .orElse(0);
    }

    /** Plans again what never left since it was too late, cancelled or skipped for a passing cause; the number of sends. */
    @Transactional
    public int sendRest(String campaign, Actor actor, Instant now) {
        return ledger.newestRun(campaign)
                .map(run -> {
                    var retried = again(run, UNSENT, "SEND_REST", now);
                    if (retried > 0) {
                        campaigns.revive(new RunId(run), now);
                    }
                    return told(campaign, "campaign.send-rest", retried, actor);
                })
                .orElse(0);
    }

    private int told(String campaign, String action, int retried, Actor actor) {
        if (retried > 0) {
            audit.record(actor, action, campaign + ": " + retried + " sends");
        }
        return retried;
    }

    private int again(long run, String which, String cause, Instant now) {
        patience.have();
        return jdbc.sql(AGAIN.replace("{which}", which))
                .param("run", run)
                .param("cause", cause)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    private long count(String campaign, String which) {
        return ledger.newestRun(campaign)
                .map(run -> jdbc.sql(COUNT.replace("{which}", which))
                        .param("run", run)
                        .query(Long.class)
                        .single())
                .orElse(0L);
    }

    private static String failed(boolean quarantined) {
        return quarantined ? FAILED + " or " + QUARANTINED : FAILED;
    }
}
