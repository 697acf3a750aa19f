package dev.uplift.followup;

import dev.uplift.followup.CaseEvent.What;
import dev.uplift.followup.CaseRefused.Why;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What agents do with cases; a step that is not possible throws {@link CaseRefused} and changes nothing. */
@Component
public class Cases {

    private final CaseBook book;
    private final Desks desks;
    private final CaseSteps steps;

    Cases(CaseBook book, Desks desks, CaseSteps steps) {
        this.book = book;
        this.desks = desks;
        this.steps = steps;
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
        return steps.within(() -> book.takeNext(agent, desks.of(agent)).map(id -> {
            book.note(id, CaseEvent.of(What.TAKEN, agent, "", now));
            return book.hold(id);
        }));
    }

    /** Takes a case that nobody has, or one's own back from waiting. */
    public Case take(long id, String agent, Instant now) {
        return steps.change(id, CaseEvent.of(What.TAKEN, agent, "", now), it -> {
            CaseSteps.refuseUnless(it.owner() == null || agent.equals(it.owner()), id, it.owner());
            if (!steps.desk(it).has(agent)) {
                throw new CaseRefused(Why.NOT_OF_DESK, agent, it.desk());
            }
            return it.taken(agent, now, steps.hours(it));
        });
    }

    /** Gives an own case to somebody else of the desk, or back to the desk's queue. */
    public Case handOver(long id, String agent, @Nullable String to, String why, Instant now) {
        return steps.change(id, CaseEvent.of(What.HANDED_OVER, agent, why, now), it -> {
            CaseSteps.refuseUnlessOwn(it, agent);
            if (to != null && !steps.desk(it).has(to)) {
                throw new CaseRefused(Why.NOT_OF_DESK, to, it.desk());
            }
            return to == null ? it.released(now, steps.hours(it)) : it.taken(to, now, steps.hours(it));
        });
    }

    /** Puts an own case off; it comes back by itself. */
    public Case snooze(long id, String agent, Instant until, Instant now) {
        return steps.change(id, CaseEvent.of(What.SNOOZED, agent, "", now), it -> {
            CaseSteps.refuseUnlessOwn(it, agent);
            if (!until.isAfter(now)) {
                throw new CaseRefused(Why.PAST);
            }
            return it.snoozed(until, now, steps.hours(it));
        });
    }

    /** Notes a call or visit to the customer of an own case. */
    public Case contact(long id, String agent, Touch touch, Instant now) {
        return steps.change(id, CaseEvent.of(touch, agent, now), it -> {
            CaseSteps.refuseUnlessOwn(it, agent);
            return it.contacted(now);
        });
    }

    /**
     * Ends an own case. What was resolved, or cannot be, needs one of the desk's root causes, since improvements begin there;
     * an answer of somebody else, and a customer who wishes no contact, tell us none, and asking for one would invent it.
     */
    public Case close(long id, String agent, @Nullable String rootCause, Outcome outcome, String note, Instant now) {
        var ending = new Case.Ending(rootCause, outcome, now);
        return steps.change(id, CaseEvent.of(ending, agent, note), it -> {
            CaseSteps.refuseUnlessOwn(it, agent);
            refuseUnknown(rootCause, outcome, steps.desk(it));
            return it.closed(ending, steps.hours(it));
        });
    }

    /** Makes an own case part of another open one of the same customer. */
    public Case merge(long id, String agent, long into, Instant now) {
        return steps.change(id, CaseEvent.of(What.MERGED, agent, String.valueOf(into), now), it -> {
            var other = book.find(into).filter(found -> found.state().open() && found.customer() == it.customer());
            if (other.isEmpty() || into == id) {
                throw new CaseRefused(Why.OTHER_CUSTOMER, into);
            }
            return it.merged(now, steps.hours(it));
        });
    }

    /** Whatever was put off or held back long enough comes back, and whatever is late is reported to those above; gives back the instant. */
    public Instant tend(Instant now) {
        return steps.within(() -> {
            for (var it : book.back(now)) {
                var owner = it.owner();
                var back = owner == null ? it.released(now, steps.hours(it)) : it.taken(owner, now, steps.hours(it));
                steps.write(back, CaseEvent.of(What.BACK, "uplift", "", now));
            }
            book.escalate(now);
            return now;
        });
    }

    private static void refuseUnknown(@Nullable String rootCause, Outcome outcome, Desk desk) {
        if (rootCause == null ? outcome.needsCause() : !desk.rootCauses().containsKey(rootCause)) {
            throw new CaseRefused(
                    Why.CAUSE,
                    String.join(
                            ", ", desk.rootCauses().keySet().stream().sorted().toList()));
        }
    }
}
