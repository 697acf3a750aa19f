package dev.uplift.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of cases and what happened to them. */
@Repository
class CaseBook {

    private static final String COLUMNS = """
            select id, invitation_id, customer_id, desk, score, arm, state, owner, answered_at, due_at, left_seconds, back_at,
                   first_contact_at, escalated_at, root_cause, outcome, closed_at
              from followup.case
            """;

    private static final String FIND = COLUMNS + " where id = :id";

    /** Whoever was contacted is no longer urgent, however late the contact was. */
    private static final String OPEN = COLUMNS + """
             where desk = any (:desks) and state in ('NEW', 'WORKING', 'WAITING', 'SNOOZED')
             order by case when first_contact_at is null then due_at end nulls last, due_at nulls last, back_at nulls last,
                      score, id
             limit 500""";

    private static final String COUNT_NEW = """
            select count(*)
              from followup.case
             where state = 'NEW' and desk = any (:desks) and id > :after""";

    private static final String VOICES = """
            select invitation_id, survey_key, metric, latest_score, reasons, coalesce(comment, '') as comment,
                   coalesce(call_back, false) as call_back
              from survey.response
             where invitation_id = any (:invitations)""";

    private static final String BACK = COLUMNS + """
             where state in ('SNOOZED', 'HELD') and back_at <= :now
             order by id
             limit 500
               for update skip locked""";

    /** Rows that another agent is just taking are skipped, never waited for, so nobody works twice and nobody waits. */
    private static final String TAKE_NEXT = """
            update followup.case
               set state = 'WORKING', owner = :agent
             where id = (select id
                           from followup.case
                          where state = 'NEW' and desk = any (:desks)
                          order by due_at, score, id
                          limit 1
                            for update skip locked)
            returning id""";

    private static final String WRITE = """
            update followup.case
               set state = :state, owner = :owner, due_at = :due, left_seconds = :left, back_at = :back,
                   first_contact_at = :contacted, escalated_at = :escalated, root_cause = :cause, outcome = :outcome, closed_at = :closed
             where id = :id""";

    private static final String ESCALATE = """
            with late as (
                update followup.case
                   set escalated_at = :now
                 where state in ('NEW', 'WORKING') and due_at < :now and first_contact_at is null and escalated_at is null
                returning id)
            insert into followup.event (case_id, at, actor, what)
            select id, :now, 'uplift', 'ESCALATED' from late""";

    /** The newest case of a customer that a reply may be about; one that is open comes before one that is over. */
    private static final String REPLIED_TO = COLUMNS + """
             where customer_id = :customer
               and (state in ('NEW', 'WORKING', 'WAITING', 'SNOOZED') or state = 'CLOSED' and closed_at > :since)
             order by state = 'CLOSED', id desc
             limit 1
               for update""";

    private static final String NOTE = """
            insert into followup.event (case_id, at, actor, what, channel, reached, text, outcome, root_cause)
            values (:id, :at, :actor, :what, :channel, :reached, :text, :outcome, :cause)""";

    private static final String EVENTS = """
            select at, actor, what, channel, reached, text, outcome, root_cause
              from followup.event
             where case_id = :id
             order by id""";

    private final JdbcClient jdbc;

    CaseBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Case> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(CaseBook::row).optional();
    }

    /** The case, held until the transaction ends. */
    Case hold(long id) {
        return jdbc.sql(FIND + " for update")
                .param("id", id)
                .query(CaseBook::row)
                .optional()
                .orElseThrow(() -> new CaseRefused(CaseRefused.Why.NOT_KNOWN, id));
    }

    /** Cases that somebody still has to do something about, the most urgent first. */
    List<Case> open(Collection<String> desks) {
        return jdbc.sql(OPEN)
                .param("desks", desks.toArray(String[]::new))
                .query(CaseBook::row)
                .list();
    }

    long countNew(Collection<String> desks, long after) {
        return jdbc.sql(COUNT_NEW)
                .param("desks", desks.toArray(String[]::new))
                .param("after", after)
                .query(Long.class)
                .single();
    }

    List<Voice> voices(Collection<Long> invitations) {
        return jdbc.sql(VOICES)
                .param("invitations", invitations.toArray(Long[]::new))
                .query(Voice::of)
                .list();
    }

    /** Cases whose time away is over, held until the transaction ends. */
    List<Case> back(Instant now) {
        return jdbc.sql(BACK)
                .param("now", Timestamp.from(now))
                .query(CaseBook::row)
                .list();
    }

    /** The case that a customer's reply is about, held until the transaction ends. */
    Optional<Case> repliedTo(long customer, Instant closedSince) {
        return jdbc.sql(REPLIED_TO)
                .param("customer", customer)
                .param("since", Timestamp.from(closedSince))
                .query(CaseBook::row)
                .optional();
    }

    Optional<Long> takeNext(String agent, Collection<String> desks) {
        return jdbc.sql(TAKE_NEXT)
                .param("agent", agent)
                .param("desks", desks.toArray(String[]::new))
                .query(Long.class)
                .optional();
    }

    void write(Case it) {
        var left = it.clock().left();
        var ending = it.ending();
        jdbc.sql(WRITE)
                .param("id", it.id())
                .param("state", it.state().name())
                .param("owner", it.owner())
                .param("due", time(it.clock().dueAt()))
                .param("left", left == null ? null : left.toSeconds())
                .param("back", time(it.backAt()))
                .param("contacted", time(it.firstContactAt()))
                .param("escalated", time(it.escalatedAt()))
                .param("cause", ending == null ? null : ending.rootCause())
                .param("outcome", ending == null ? null : ending.outcome().name())
                .param("closed", ending == null ? null : time(ending.at()))
                .update();
    }

    void escalate(Instant now) {
        jdbc.sql(ESCALATE).param("now", Timestamp.from(now)).update();
    }

    void note(long id, CaseEvent event) {
        var outcome = event.outcome();
        jdbc.sql(NOTE)
                .param("id", id)
                .param("at", Timestamp.from(event.at()))
                .param("actor", event.actor())
                .param("what", event.what().name())
                .param("channel", event.channel())
                .param("reached", event.reached())
                .param("text", event.text())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("cause", event.rootCause())
                .update();
    }

    List<CaseEvent> events(long id) {
        return jdbc.sql(EVENTS).param("id", id).query(CaseEvent::of).list();
    }

    private static Case row(ResultSet row, int number) throws SQLException {
        var due = instant(row, "due_at");
        return new Case(
                row.getLong("id"),
                row.getLong("invitation_id"),
                row.getLong("customer_id"),
                row.getString("desk"),
                row.getInt("score"),
                row.getString("arm"),
                CaseState.valueOf(row.getString("state")),
                row.getString("owner"),
                row.getTimestamp("answered_at").toInstant(),
                due == null ? SlaClock.resting(Duration.ofSeconds(row.getLong("left_seconds"))) : SlaClock.running(due),
                instant(row, "back_at"),
                instant(row, "first_contact_at"),
                instant(row, "escalated_at"),
                ending(row));
    }

    private static Case.@Nullable Ending ending(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Case.Ending(
                        row.getString("root_cause"),
                        Outcome.valueOf(outcome),
                        row.getTimestamp("closed_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
