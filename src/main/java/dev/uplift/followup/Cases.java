package dev.uplift.followup;

import dev.uplift.followup.CaseEvent.What;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What agents do with cases; a step that is not possible throws {@link CaseRefused} and changes nothing. */
@Component
public class Cases {

    private final CaseBook book;
    private final Desks desks;
    private final TransactionOperations transaction;

    Cases(CaseBook book, Desks desks, TransactionOperations transaction) {
        this.book = book;
        this.desks = desks;
        this.transaction = transaction;
    }

    /** The case with this number, if it is of a desk at which this person works. */
    public Optional<Case> find(long id, String agent) {
        return book.find(id).filter(it -> desks.of(agent).contains(it.desk()));
    }

    /** What happened to a case, the oldest first. */
    public List<CaseEvent> events(long id) {
        return book.events(id);
    }

    /** At most 500 open cases of the desks at which this person works, the most urgent first. */
    public List<Case> open(String agent) {
        return book.open(desks.of(agent));
    }

    /** How many cases with a higher number than this wait for somebody at the desks at which this person works; after 0, all. */
    public long countNew(String agent, long after) {
        return book.countNew(desks.of(agent), after);
    }

    /** What the customers of these cases said, by invitation; an answer that was erased is missing. */
    public Map<Long, Voice> voices(Collection<Case> cases) {
        return book.voices(cases.stream().map(Case::invitation).toList()).stream()
                .collect(Collectors.toMap(Voice::invitation, Function.identity()));
    }

    /** Gives the most urgent case that nobody has to this person; of many who ask at once each gets another. */
    public Optional<Case> takeNext(String agent, Instant now) {
        return within(() -> book.takeNext(agent, desks.of(agent)).map(id -> {
            book.note(id, CaseEvent.of(What.TAKEN, agent, "", now));
            return book.hold(id);
        }));
    }

    /** Takes a case that nobody has, or one's own back from waiting. */
    public Case take(long id, String agent, Instant now) {
        return change(id, CaseEvent.of(What.TAKEN, agent, "", now), it -> {
            refuseUnless(it.owner() == null || agent.equals(it.owner()), id, it.owner());
            if (!desk(it).has(agent)) {
                throw new CaseRefused(agent + " does not work at the desk " + it.desk() + ".");
            }
            return it.taken(agent, now, hours(it));
        });
    }

    /** Gives an own case to somebody else of the desk, or back to the desk's queue. */
    public Case handOver(long id, String agent, @Nullable String to, String why, Instant now) {
        return change(id, CaseEvent.of(What.HANDED_OVER, agent, why, now), it -> {
            refuseUnlessOwn(it, agent);
            if (to != null && !desk(it).has(to)) {
                throw new CaseRefused(to + " does not work at the desk " + it.desk() + ".");
            }
            return to == null ? it.released(now, hours(it)) : it.taken(to, now, hours(it));
        });
    }

    /** Puts an own case off; it comes back by itself. */
    public Case snooze(long id, String agent, Instant until, Instant now) {
        return change(id, CaseEvent.of(What.SNOOZED, agent, "", now), it -> {
            refuseUnlessOwn(it, agent);
            if (!until.isAfter(now)) {
                throw new CaseRefused("A case can only be put off to a later time.");
            }
            return it.snoozed(until, now, hours(it));
        });
    }

    /** Notes a call or visit to the customer of an own case. */
    public Case contact(long id, String agent, Touch touch, Instant now) {
        return change(id, CaseEvent.of(touch, agent, now), it -> {
            refuseUnlessOwn(it, agent);
            return it.contacted(now);
        });
    }

    /** Ends an own case; whatever was resolved needs one of the desk's root causes. */
    public Case close(long id, String agent, @Nullable String rootCause, Outcome outcome, String note, Instant now) {
        return change(id, CaseEvent.of(What.CLOSED, agent, note, now), it -> {
            refuseUnlessOwn(it, agent);
            refuseUnknown(rootCause, outcome, desk(it));
            return it.closed(new Case.Ending(rootCause, outcome, now), hours(it));
        });
    }

    /** Makes an own case part of another open one of the same customer. */
    public Case merge(long id, String agent, long into, Instant now) {
        return change(id, CaseEvent.of(What.MERGED, agent, String.valueOf(into), now), it -> {
            var other = book.find(into).filter(found -> found.state().open() && found.customer() == it.customer());
            if (other.isEmpty() || into == id) {
                throw new CaseRefused("Case " + into + " is no other open case of the same customer.");
            }
            return it.merged(now, hours(it));
        });
    }

    /** Whatever was put off or held back long enough comes back, and whatever is late is reported to those above; gives back the instant. */
    public Instant tend(Instant now) {
        transaction.executeWithoutResult(status -> {
            for (var it : book.back(now)) {
                var owner = it.owner();
                book.write(owner == null ? it.released(now, hours(it)) : it.taken(owner, now, hours(it)));
                book.note(it.id(), CaseEvent.of(What.BACK, "uplift", "", now));
            }
            book.escalate(now);
        });
        return now;
    }

    private Case change(long id, CaseEvent event, UnaryOperator<Case> step) {
        return within(() -> {
            var after = step.apply(book.hold(id));
            book.write(after);
            book.note(id, event);
            return after;
        });
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()), "A step gives its result");
    }

    private Desk desk(Case it) {
        return desks.find(it.desk())
                .orElseThrow(() -> new CaseRefused(
                        "The desk " + it.desk() + " is gone; add campaigns/desks/" + it.desk() + ".yaml."));
    }

    private OpeningHours hours(Case it) {
        return desk(it).hours();
    }

    private static void refuseUnknown(@Nullable String rootCause, Outcome outcome, Desk desk) {
        if (rootCause == null ? outcome == Outcome.RESOLVED : !desk.rootCauses().containsKey(rootCause)) {
            throw new CaseRefused("Choose a root cause: "
                    + String.join(
                            ", ", desk.rootCauses().keySet().stream().sorted().toList()) + ".");
        }
    }

    private static void refuseUnlessOwn(Case it, String agent) {
        refuseUnless(agent.equals(it.owner()), it.id(), it.owner());
    }

    private static void refuseUnless(boolean own, long id, @Nullable String owner) {
        if (!own) {
            throw new CaseRefused(
                    owner == null ? "Take case " + id + " first." : "Case " + id + " belongs to " + owner + ".");
        }
    }
}
