package dev.uplift.alert;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Looks at all rules, and tells nobody the same twice. */
@Component
public class Raising {

    private static final String KNOW = """
            insert into alert.watch (rule_key, looked_at) values (:rule, 'epoch') on conflict do nothing""";

    /** A second node waits for the row, and then finds that there is nothing to look at. */
    private static final String TURN = """
            update alert.watch
               set looked_at = :now
             where rule_key = :rule and (looked_at <= :before or looked_at > :now)""";

    /** The same is told again once it is much worse, or after a time; if nobody acknowledged it, by the notice that is there. */
    private static final String RAISE = """
            with last as (
                select id, acknowledged_at is null as open,
                       level + :step::double precision <= :level or told_at <= :again as anew
                  from alert.notice
                 where rule_key = :rule and subject = :subject
                 order by id desc
                 limit 1),
            repeated as (
                update alert.notice n
                   set level = :level, facts = :facts::jsonb, mail_at = cast(:mail as timestamptz),
                       told_at = cast(:now as timestamptz)
                  from last
                 where n.id = last.id and last.open and last.anew
                returning n.id),
            raised as (
                insert into alert.notice (rule_key, kind, subject, level, facts, raised_at, mail_at, told_at)
                select :rule, :kind, :subject, :level, :facts::jsonb, cast(:now as timestamptz), cast(:mail as timestamptz),
                       cast(:now as timestamptz)
                 where not exists (select from last where open or not anew)
                returning id)
            insert into alert.event (notice_id, at, actor, what)
            select id, cast(:now as timestamptz), 'uplift', 'REPEATED' from repeated
            union all
            select id, cast(:now as timestamptz), 'uplift', 'RAISED' from raised""";

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Alerts alerts;
    private final Watching watching;

    Raising(JdbcClient jdbc, TransactionOperations transaction, Alerts alerts, Watching watching) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.alerts = alerts;
        this.watching = watching;
    }

    /** Looks at every rule that has not been looked at for half a minute; gives back the instant. */
    public Instant look(Instant now) {
        for (var rule : alerts.all()) {
            transaction.executeWithoutResult(status -> {
                if (turn(rule, now)) {
                    watching.look(rule.when(), now).forEach(sighting -> raise(rule, sighting, now));
                }
            });
        }
        return now;
    }

    private boolean turn(AlertRule rule, Instant now) {
        jdbc.sql(KNOW).param("rule", rule.key()).update();
        return jdbc.sql(TURN)
                        .param("rule", rule.key())
                        .param("now", Timestamp.from(now))
                        .param("before", Timestamp.from(now.minus(PAUSE)))
                        .update()
                > 0;
    }

    private void raise(AlertRule rule, Sighting sighting, Instant now) {
        var once = Double.isInfinite(sighting.step());
        jdbc.sql(RAISE)
                .param("rule", rule.key())
                .param("kind", sighting.kind())
                .param("subject", sighting.subject())
                .param("level", sighting.level())
                .param("step", sighting.step())
                .param("facts", JsonMapper.shared().writeValueAsString(sighting.facts()))
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(once ? Instant.EPOCH : now.minus(rule.repeat())))
                .param("mail", Timestamp.from(rule.digest().next(now)))
                .update();
    }
}
