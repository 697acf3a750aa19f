package dev.uplift.followup;

import dev.uplift.followup.CaseRefused.Why;
import dev.uplift.followup.Improvement.State;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What is to change because of many cases; the history is append-only. */
@Component
public class Improvements {

    private static final String COLUMNS = """
            select i.id, i.title, i.desk, i.root_cause, i.owner, i.state, i.due, i.campaign_key, i.proposed_by, i.proposed_at,
                   i.begun_at,
                   (select count(*) from followup.improvement_case c where c.improvement_id = i.id) as cases
              from followup.improvement i
            """;

    private static final String LIST = COLUMNS + """
             order by array_position(array['PROPOSED', 'DOING', 'DONE', 'DROPPED'], i.state), i.due nulls last, i.id desc
             limit 500""";

    private static final String ADD = """
            insert into followup.improvement (title, desk, root_cause, owner, state, due, campaign_key, proposed_by,
                                              proposed_at)
            values (:title, :desk, :cause, :owner, 'PROPOSED', :due::date, :campaign, :by, :now)
            returning id""";

    private static final String GATHER = """
            insert into followup.improvement_case (improvement_id, case_id)
            select :id, c.id
              from followup.case c
             where c.id = any (:cases)
                or (c.desk = :desk::text and c.root_cause = :cause::text and c.opened_at >= :since::timestamptz and c.opened_at <= :now)
             order by c.id""";

    private static final String WRITE = """
            update followup.improvement
               set state = :state, owner = :owner, due = :due::date, campaign_key = :campaign,
                   begun_at = case when :state in ('DOING', 'DONE') then coalesce(begun_at, :now::timestamptz) else begun_at end
             where id = :id""";

    private static final String NOTE = """
            insert into followup.improvement_event (improvement_id, at, actor, what, text)
            values (:id, :now, :actor, :what, :text)""";

    private static final String EVENTS = """
            select at, actor, what, text from followup.improvement_event where improvement_id = :id order by id""";

    private static final String CASES = """
            select c.id, c.customer_id, c.desk, c.score, c.root_cause
              from followup.improvement_case i
              join followup.case c on c.id = i.case_id
             where i.improvement_id = :id
             order by c.id
             limit 500""";

    private static final int LONGEST_NOTE = 2000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Improvements(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Something that happened to an improvement; what is {@code PROPOSED}, {@code CHANGED} or the state it came into. */
    public record Event(Instant at, String actor, String what, String text) {}

    /** A case that showed what is to change. */
    public record Item(
            long id,
            long customer,
            String desk,
            int score,
            @Nullable String rootCause) {}

    /** At most 500, what is to be decided first, then by their due day. */
    public List<Improvement> list() {
        return jdbc.sql(LIST).query(Improvement::of).list();
    }

    /** The improvement with this number. */
    public Optional<Improvement> find(long id) {
        return jdbc.sql(COLUMNS + " where i.id = :id")
                .param("id", id)
                .query(Improvement::of)
                .optional();
    }

    /** What happened to it, the oldest first. */
    public List<Event> events(long id) {
        return jdbc.sql(EVENTS)
                .param("id", id)
                .query((row, number) -> new Event(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("what"),
                        row.getString("text")))
                .list();
    }

    /** At most 500 of the cases that showed it. */
    public List<Item> cases(long id) {
        return jdbc.sql(CASES)
                .param("id", id)
                .query((row, number) -> new Item(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        row.getString("desk"),
                        row.getInt("score"),
                        row.getString("root_cause")))
                .list();
    }

    /** Writes a proposal down; throws {@link InvalidInput} if it names a case that is not there, or no case at all. */
    public Improvement propose(Proposal proposal, String by, Instant now) {
        return within(() -> {
            var id = add(proposal, by, now);
            var gathered = gather(id, proposal, now);
            if (gathered == 0 || gathered < proposal.cases().stream().distinct().count()) {
                throw new InvalidInput(List.of(Problem.error(
                        "cases", "There are no such cases.", "Give the numbers of cases that are there.")));
            }
            note(id, "PROPOSED", proposal.details().words(), by, now);
            return found(id);
        });
    }

    /** Decides what becomes of it; throws {@link CaseRefused} if that step is not possible. */
    public Improvement decide(long id, State next, String why, String by, Instant now) {
        if (why.length() > LONGEST_NOTE) {
            throw new InvalidInput(List.of(Problem.error(
                    "note", "The note has " + why.length() + " characters.", "Write at most " + LONGEST_NOTE + ".")));
        }
        return within(() -> {
            var it = hold(id);
            if (!it.state().next().contains(next)) {
                throw new CaseRefused(Why.IMPROVEMENT_STATE, id, it.state(), next);
            }
            write(id, next, new Proposal.Details(it.owner(), it.due(), it.campaign()), now);
            note(id, next.name(), why, by, now);
            return found(id);
        });
    }

    /** Gives it another owner, due day or campaign. */
    public Improvement change(long id, Proposal.Details details, String by, Instant now) {
        return within(() -> {
            write(id, hold(id).state(), details, now);
            note(id, "CHANGED", details.words(), by, now);
            return found(id);
        });
    }

    private long add(Proposal proposal, String by, Instant now) {
        var details = proposal.details();
        return jdbc.sql(ADD)
                .param("title", proposal.title().strip())
                .param("desk", proposal.desk())
                .param("cause", proposal.rootCause())
                .param("owner", details.owner())
                .param("due", details.due())
                .param("campaign", details.campaign())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    private int gather(long id, Proposal proposal, Instant now) {
        var since = proposal.since();
        return jdbc.sql(GATHER)
                .param("id", id)
                .param("cases", proposal.cases().toArray(Long[]::new))
                .param("desk", since == null ? null : proposal.desk())
                .param("cause", proposal.rootCause())
                .param("since", since == null ? null : Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .update();
    }

    private Improvement hold(long id) {
        return jdbc.sql("select id from followup.improvement where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional()
                .map(this::found)
                .orElseThrow(() -> new CaseRefused(Why.NO_IMPROVEMENT, id));
    }

    private Improvement found(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("Improvement " + id + " was just written"));
    }

    private void write(long id, State state, Proposal.Details details, Instant now) {
        jdbc.sql(WRITE)
                .param("id", id)
                .param("state", state.name())
                .param("owner", details.owner())
                .param("due", details.due())
                .param("campaign", details.campaign())
                .param("now", Timestamp.from(now))
                .update();
    }

    private void note(long id, String what, String text, String actor, Instant now) {
        jdbc.sql(NOTE)
                .param("id", id)
                .param("what", what)
                .param("text", text)
                .param("actor", actor)
                .param("now", Timestamp.from(now))
                .update();
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()), "A step gives its result");
    }
}
