package dev.uplift.followup;

import dev.uplift.followup.CaseRefused.Why;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How a case is changed: held, stepped, written and noted in one transaction. */
@Component
class CaseSteps {

    private static final int LONGEST = 2000;

    private final CaseBook book;
    private final Desks desks;
    private final TransactionOperations transaction;

    CaseSteps(CaseBook book, Desks desks, TransactionOperations transaction) {
        this.book = book;
        this.desks = desks;
        this.transaction = transaction;
    }

    Case change(long id, CaseEvent event, UnaryOperator<Case> step) {
        if (event.text().length() > LONGEST) {
            throw new CaseRefused(Why.TOO_LONG, event.text().length(), LONGEST);
        }
        return within(() -> write(step.apply(book.hold(id)), event));
    }

    /** Writes a case that is held, and what happened to it. */
    Case write(Case after, CaseEvent event) {
        book.write(after);
        book.note(after.id(), event);
        return after;
    }

    <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()), "A step gives its result");
    }

    /** The desk of a case; empty once its file is gone. */
    Optional<Desk> deskIfAny(Case it) {
        return desks.find(it.desk());
    }

    Desk desk(Case it) {
        return deskIfAny(it).orElseThrow(() -> new CaseRefused(Why.DESK_GONE, it.desk()));
    }

    OpeningHours hours(Case it) {
        return desk(it).hours();
    }

    static void refuseUnlessOwn(Case it, String agent) {
        refuseUnless(agent.equals(it.owner()), it.id(), it.owner());
    }

    static void refuseUnless(boolean own, long id, @Nullable String owner) {
        if (!own) {
            throw owner == null ? new CaseRefused(Why.NOBODYS, id) : new CaseRefused(Why.NOT_YOURS, id, owner);
        }
    }
}
