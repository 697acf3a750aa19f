package dev.uplift.followup;

import java.util.Set;

/** Where a case stands. */
public enum CaseState {
    /** Nobody has taken it; its clock runs. */
    NEW,
    /** Somebody works on it; its clock runs. */
    WORKING,
    /** The customer has the word; the clock rests. */
    WAITING,
    /** Put off to a date; the clock rests. */
    SNOOZED,
    /** Kept back by lot; follow-up may begin once the waiting list is over. */
    HELD,
    /** Over, with a root cause and an outcome. */
    CLOSED,
    /** Part of another case of the same customer. */
    MERGED;

    /** Whether somebody still has to do something, now or later. */
    public boolean open() {
        return this != CLOSED && this != MERGED;
    }

    /** Whether this step is possible. */
    boolean canBecome(CaseState next) {
        return next(this).contains(next);
    }

    private static Set<CaseState> next(CaseState state) {
        return switch (state) {
            case NEW -> Set.of(WORKING, MERGED, CLOSED);
            case WORKING -> Set.of(NEW, WORKING, WAITING, SNOOZED, MERGED, CLOSED);
            case WAITING, SNOOZED -> Set.of(NEW, WORKING, MERGED, CLOSED);
            case HELD -> Set.of(NEW, CLOSED);
            case CLOSED -> Set.of(NEW, WORKING);
            case MERGED -> Set.of();
        };
    }
}
