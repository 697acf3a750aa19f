package dev.uplift.alert;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes mails of what leaders are to be told, and hands them over. */
@Component
public class Posting {

    /** All that a rule has collected until now goes into one mail to each leader; a second node finds it taken. */
    private static final String COLLECT = """
            with due as (
                select id
                  from alert.notice
                 where rule_key = :rule and mail_at <= :now
                 order by id
                   for update skip locked),
            taken as (
                update alert.notice set mail_at = null where id in (select id from due) returning id),
            noted as (
                insert into alert.event (notice_id, at, actor, what)
                select id, cast(:now as timestamptz), 'uplift', 'MAILED' from taken order by id)
            select array_agg(id order by id) as notices from taken having count(*) > 0""";

    private static final String PLAN = """
            insert into alert.mail (id, rule_key, address, language, notices, state, created_at, not_before)
            values (:id, :rule, :address, :language, :notices, 'PLANNED', :now, :now)""";

    /** Whoever died while handing over leaves nobody to say whether it arrived. */
    private static final String LOST = """
            update alert.mail
               set state = 'UNKNOWN', reply = 'the process ended while the mail was handed over'
             where state = 'SENDING' and marked_at <= :before""";

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** So many in one go, so that alerts never hold up what customers are to get. */
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Alerts alerts;
    private final Handing handing;

    Posting(JdbcClient jdbc, TransactionOperations transaction, Alerts alerts, Handing handing) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.alerts = alerts;
        this.handing = handing;
    }

    /** Mails all that is due; gives back the instant. */
    public Instant post(Instant now) {
        alerts.all().forEach(rule -> transaction.executeWithoutResult(status -> collect(rule, now)));
        jdbc.sql(LOST).param("before", Timestamp.from(now.minus(PATIENCE))).update();
        var sent = 0;
        while (sent < MOST && handing.next(now)) {
            sent++;
        }
        return now;
    }

    private void collect(AlertRule rule, Instant now) {
        jdbc.sql(COLLECT)
                .param("rule", rule.key())
                .param("now", Timestamp.from(now))
                .query((row, number) -> (Long[]) row.getArray("notices").getArray())
                .optional()
                .ifPresent(notices -> rule.to().forEach(address -> plan(rule, address, notices, now)));
    }

    private void plan(AlertRule rule, String address, Long[] notices, Instant now) {
        jdbc.sql(PLAN)
                .param("id", UUID.randomUUID())
                .param("rule", rule.key())
                .param("address", address)
                .param("language", rule.language())
                .param("notices", notices)
                .param("now", Timestamp.from(now))
                .update();
    }
}
