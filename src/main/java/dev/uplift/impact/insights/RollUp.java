package dev.uplift.impact.insights;

import dev.uplift.platform.UpliftSettings;
import dev.uplift.platform.database.Patience;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts all answers, so that pages need not. What is not counted yet is looked for by invitation, not by time or number, so
 * an answer that was committed late is counted in the next run. To count everything anew, empty the tables of answers and
 * contacts and ask for a renewal.
 */
@Component
public class RollUp {

    /** After the day's last answers, before anybody looks. */
    private static final LocalTime NIGHTLY = LocalTime.of(2, 10);

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('impact.roll_up'))";

    /** The first answers of all are not kept waiting: a new company, or one just simulated, would see nothing until tomorrow. */
    private static final String DUE = """
            select exists (select from impact.renewal)
                or not exists (select from impact.answer) and exists (select from survey.counted where metric = 'nps')
                or not exists (select from impact.roll_up where as_of >= :night)""";

    private static final String DONE = "insert into impact.roll_up (as_of, added) values (:now, :added)";

    private static final String AS_OF = "select max(as_of) from impact.roll_up";

    private final JdbcClient jdbc;
    private final AnswerLog answers;
    private final TallyCount tallies;
    private final TransactionOperations transaction;
    private final Patience patience;
    private final ZoneId zone;

    RollUp(
            JdbcClient jdbc,
            AnswerLog answers,
            TallyCount tallies,
            TransactionOperations transaction,
            Patience patience,
            UpliftSettings settings) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.tallies = tallies;
        this.transaction = transaction;
        this.patience = patience;
        this.zone = ZoneId.of(settings.company().zone());
    }

    /** When everything was counted last; empty before the first time. */
    public Optional<Instant> asOf() {
        return jdbc.sql(AS_OF).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** Asks for a count before the night; it begins within seconds. */
    public void renew(Instant now) {
        jdbc.sql("insert into impact.renewal (asked_at) values (:now)")
                .param("now", at(now))
                .update();
    }

    /** Whether somebody waits for a renewal. */
    public boolean awaited() {
        return jdbc.sql("select exists (select from impact.renewal)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether to count: it was asked for, the very first answers have come, or the last count is older than the latest
     * 02:10 of the company's time zone.
     */
    boolean due(Instant now) {
        return jdbc.sql(DUE).param("night", at(night(now))).query(Boolean.class).single();
    }

    /** Counts in one transaction, unless another node is doing so; a cut off run leaves nothing behind. */
    void run(Instant now) {
        transaction.executeWithoutResult(status -> {
            if (jdbc.sql(LOCK).query(Boolean.class).single()) {
                patience.have();
                count(now);
            }
        });
    }

    private void count(Instant now) {
        jdbc.sql("delete from impact.renewal").update();
        var added = answers.add(zone);
        tallies.recount(now);
        jdbc.sql(DONE).param("now", at(now)).param("added", added).update();
    }

    private Instant night(Instant now) {
        var local = now.atZone(zone);
        var night = local.toLocalDate().atTime(NIGHTLY).atZone(zone);
        return (night.isAfter(local)
                        ? local.toLocalDate().minusDays(1).atTime(NIGHTLY).atZone(zone)
                        : night)
                .toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
