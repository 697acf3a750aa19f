package dev.uplift.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The follow-up of one answer.
 *
 * @param invitation of the answer
 * @param desk key of the team that cares for it
 * @param score of the answer, on its survey's scale
 * @param arm {@code follow-up}, {@code held} by lot, or {@code exempt} from the lot
 * @param owner log-in name of whoever works on it, or null
 * @param clock until the first contact
 * @param backAt when a case that was put off or held back comes back, or null
 * @param firstContactAt when the customer was first contacted, or null
 * @param escalatedAt when somebody above was told that it is late, or null
 * @param ending how it ended, or null while it is open
 */
public record Case(
        long id,
        long invitation,
        long customer,
        String desk,
        int score,
        String arm,
        CaseState state,
        @Nullable String owner,
        Instant answeredAt,
        SlaClock clock,
        @Nullable Instant backAt,
        @Nullable Instant firstContactAt,
        @Nullable Instant escalatedAt,
        @Nullable Ending ending) {

    /**
     * How a case ended.
     *
     * @param rootCause key of the desk's root cause, or null where none applies
     */
    public record Ending(@Nullable String rootCause, Outcome outcome, Instant at) {}

    /** Whether the first contact is late. */
    public boolean overdue(Instant now) {
        var due = clock.dueAt();
        return due != null && firstContactAt == null && due.isBefore(now);
    }

    Case taken(String agent, Instant now, OpeningHours hours) {
        return step(CaseState.WORKING, agent, clock.resume(now, hours), null, null);
    }

    /** Back to the queue of a desk. */
    Case released(Instant now, OpeningHours hours) {
        return step(CaseState.NEW, null, clock.resume(now, hours), null, null);
    }

    Case snoozed(Instant until, Instant now, OpeningHours hours) {
        return step(CaseState.SNOOZED, owner, clock.rest(now, hours), until, null);
    }

    /** The customer was contacted, whether reached or not. */
    Case contacted(Instant now) {
        return new Case(
                id,
                invitation,
                customer,
                desk,
                score,
                arm,
                state,
                owner,
                answeredAt,
                clock,
                backAt,
                firstContactAt == null ? now : firstContactAt,
                escalatedAt,
                ending);
    }

    Case closed(Ending how, OpeningHours hours) {
        return step(CaseState.CLOSED, owner, clock.rest(how.at(), hours), null, how);
    }

    Case merged(Instant now, OpeningHours hours) {
        return step(CaseState.MERGED, owner, clock.rest(now, hours), null, null);
    }

    /** The customer has been written to and has the word. */
    Case waiting(Instant at, OpeningHours hours) {
        return contacted(at).step(CaseState.WAITING, owner, clock.rest(at, hours), null, null);
    }

    /** The customer answered after the end: the time to the next contact begins anew. */
    Case reopened(@Nullable String agent, Instant dueAt) {
        var again = step(agent == null ? CaseState.NEW : CaseState.WORKING, agent, SlaClock.running(dueAt), null, null);
        return new Case(
                id,
                invitation,
                customer,
                desk,
                score,
                arm,
                again.state,
                agent,
                answeredAt,
                again.clock,
                null,
                null,
                null,
                null);
    }

    private Case step(
            CaseState next,
            @Nullable String nextOwner,
            SlaClock nextClock,
            @Nullable Instant nextBackAt,
            @Nullable Ending nextEnding) {
        if (!state.canBecome(next)) {
            throw new CaseRefused(CaseRefused.Why.STATE, id, state, next);
        }
        return new Case(
                id,
                invitation,
                customer,
                desk,
                score,
                arm,
                next,
                nextOwner,
                answeredAt,
                nextClock,
                nextBackAt,
                firstContactAt,
                escalatedAt,
                nextEnding);
    }
}
