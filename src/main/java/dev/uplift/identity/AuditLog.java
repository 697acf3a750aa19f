package dev.uplift.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers who did what; append-only, each entry bound to the one before by its hash. */
@Component
public class AuditLog {

    /** One writer at a time, on all nodes: two entries with the same predecessor would break the chain. */
    private static final String WAIT_FOR_OUR_TURN =
            "select pg_advisory_xact_lock(hashtextextended('identity.audit', 0))";

    private static final String APPEND = """
            insert into identity.audit (at, actor, action, subject, previous_hash, hash)
            select :now, :actor, :action, :subject, before.hash,
                   identity.audit_hash(before.hash, :now, :actor, :action, :subject)
              from (select coalesce((select hash from identity.audit order by id desc limit 1), '\\x') as hash) before""";

    private static final String FIRST_BROKEN = """
            select min(id)
              from (select id, previous_hash, hash,
                           lag(hash, 1, '\\x') over (order by id) as hash_before,
                           identity.audit_hash(previous_hash, at, actor, action, subject) as computed
                      from identity.audit) entry
             where previous_hash <> hash_before
                or hash <> computed""";

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public AuditLog(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Adds an entry; action is a verb such as {@code campaign.launch}, subject names what it was done to, no personal data. */
    public void record(Actor actor, String action, String subject) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(WAIT_FOR_OUR_TURN).query(row -> {});
            append(actor, action, subject);
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        firstBroken()
                .ifPresent(id -> log.warn("The audit log was changed behind Uplift's back, at or before entry {}", id));
    }

    /** The id of the first entry that was changed or whose predecessor is missing. */
    OptionalLong firstBroken() {
        return jdbc.sql(FIRST_BROKEN)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private void append(Actor actor, String action, String subject) {
        jdbc.sql(APPEND)
                .param("now", Timestamp.from(clock.instant()))
                .param("actor", actor.name())
                .param("action", action)
                .param("subject", subject)
                .update();
    }
}
