package dev.uplift.followup;

import dev.uplift.audience.Segments;
import dev.uplift.platform.Metric;
import dev.uplift.platform.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes answers that somebody should act on cases, each once, whichever node listens. */
@Component
public class Opening {

    /** How far a look goes back behind the one before. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** How far the first look of all goes back. */
    private static final Duration FIRST = Duration.ofDays(1);

    private static final String HEARD = SqlFile.of("followup/heard.sql");

    private static final String UNTIL = "select until from followup.listened";

    private static final String LISTENED = """
            insert into followup.listened (until) values (:now)
                on conflict (only_row) do update set until = excluded.until""";

    /** The lot is SHA-256 over desk and invitation, as that of campaigns is, so that it can be drawn again and gives the same. */
    private static final String OPEN = """
            with drawn as (
                select campaign.lot('desk:' || :desk, :invitation) as lot),
            arm as (
                select lot, case when not :drawn then 'exempt' when lot < :held then 'held' else 'follow-up' end as arm
                  from drawn),
            opened as (
                insert into followup.case (invitation_id, customer_id, desk, score, arm, lot, state, answered_at, opened_at,
                                           due_at, left_seconds, back_at, waiting_list_id)
                select :invitation, :customer, :desk, :score, arm, lot,
                       case arm when 'held' then 'HELD' else 'NEW' end, :at, :now,
                       case arm when 'held' then null else :due::timestamptz end,
                       case arm when 'held' then :within::bigint end,
                       case arm when 'held' then :back::timestamptz end, :list::bigint
                  from arm
                    on conflict (invitation_id) do nothing
                returning id)
            insert into followup.event (case_id, at, actor, what)
            select id, :now, 'uplift', 'OPENED' from opened""";

    /** The update of nothing gives the number of a list that is there already. */
    private static final String LIST = """
            insert into followup.waiting_list (desk, held, wait_seconds, worth, since)
            values (:desk, :held, :wait, :worth, :now)
                on conflict (desk, held, wait_seconds, worth) do update set since = followup.waiting_list.since
            returning id""";

    private static final int LOTS = 10_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final CaringDesk desks;
    private final Segments segments;

    Opening(JdbcClient jdbc, TransactionOperations transaction, CaringDesk desks, Segments segments) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.desks = desks;
        this.segments = segments;
    }

    /** Opens a case for each new answer that a desk wants to act on; gives back the instant of the look. */
    public Instant open(Instant now) {
        transaction.executeWithoutResult(status -> {
            var membership = new Membership(jdbc, segments, now);
            var heard = jdbc.sql(HEARD)
                    .param("since", Timestamp.from(since(now)))
                    .param("now", Timestamp.from(now))
                    .query((row, number) -> feedback(row, membership))
                    .list();
            heard.forEach(feedback -> desks.of(feedback).ifPresent(desk -> open(desk, feedback, now)));
            jdbc.sql(LISTENED).param("now", Timestamp.from(now)).update();
        });
        return now;
    }

    /** A clock that was put back, as for a simulated past, is believed. */
    private Instant since(Instant now) {
        return jdbc.sql(UNTIL)
                .query(Timestamp.class)
                .optional()
                .map(until -> until.toInstant().isBefore(now) ? until.toInstant() : now)
                .map(until -> until.minus(OVERLAP))
                .orElseGet(() -> now.minus(FIRST));
    }

    private void open(Desk desk, Feedback feedback, Instant now) {
        // whoever is unhappy with the follow-up, too, waits for no lot
        var lot = !feedback.again() && desk.mayHoldBack(feedback) ? desk.holdBack() : null;
        var back = lot == null ? now : feedback.at().plus(lot.time());
        jdbc.sql(OPEN)
                .param("invitation", feedback.invitation())
                .param("customer", feedback.customer())
                .param("desk", desk.key())
                .param("score", feedback.score())
                .param("drawn", lot != null || desk.holdBack() == null)
                .param("held", lot == null ? 0 : lot.held(LOTS))
                .param("at", Timestamp.from(feedback.at()))
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(desk.hours().after(feedback.at(), desk.within())))
                .param("within", desk.within().toSeconds())
                .param("back", Timestamp.from(back))
                .param("list", list(desk, now))
                .update();
    }

    /** The waiting list that the desk draws by now, or null without one. */
    private @Nullable Long list(Desk desk, Instant now) {
        var lot = desk.holdBack();
        return lot == null
                ? null
                : jdbc.sql(LIST)
                        .param("desk", desk.key())
                        .param("held", lot.held(LOTS))
                        .param("wait", lot.time().toSeconds())
                        .param("worth", lot.worth())
                        .param("now", Timestamp.from(now))
                        .query(Long.class)
                        .single();
    }

    private static Feedback feedback(ResultSet row, Membership membership) throws SQLException {
        var comment = row.getString("comment");
        var campaign = row.getString("campaign_key");
        return new Feedback(
                row.getLong("invitation_id"),
                row.getLong("customer_id"),
                row.getString("survey_key"),
                Metric.of(row.getString("metric")).orElseThrow(),
                row.getInt("score"),
                row.getObject("earlier", Integer.class),
                comment == null ? "" : comment,
                row.getBoolean("call_back"),
                row.getBoolean("again"),
                row.getTimestamp("at").toInstant(),
                campaign == null ? null : new Feedback.Asked(campaign, row.getInt("version")),
                membership.of(row.getLong("customer_id")));
    }
}
