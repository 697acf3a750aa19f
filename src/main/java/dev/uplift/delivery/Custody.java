package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Sees to it that what was claimed does not stay with a worker that lives on and has forgotten it. */
@Component
class Custody {

    private final Gatekeeper gate;
    private final Worker worker;
    private final Outcomes outcomes;
    private final Clock clock;

    Custody(Gatekeeper gate, Worker worker, Outcomes outcomes, Clock clock) {
        this.gate = gate;
        this.worker = worker;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Takes a claim; if nobody knows whether it was committed, the worker that holds it is given up. */
    List<Send> claim(long by, Supplier<List<Send>> claim) {
        try {
            return claim.get();
        } catch (RuntimeException e) {
            if (!undone(e)) {
                worker.lost(by);
            }
            throw e;
        }
    }

    /** Takes a step with what was claimed; if the step fails, everything not marked is put back. */
    <T> T keep(Claimed claimed, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException | Error e) {
            free(claimed, e);
            throw e;
        }
    }

    /**
     * After a failed mark of these: nobody may know whether they are marked, but we know that they never left the house, and
     * say so. Gives for how many.
     */
    int unmarked(List<Outbound> messages, long by, RuntimeException failure) {
        if (undone(failure)) {
            return 0;
        }
        var now = clock.instant();
        worker.lost(by);
        messages.forEach(message -> outcomes.add(new Try(by, message, Settlement.NOT_SENT, now, now)));
        return messages.size();
    }

    /** Whether a statement surely did nothing: it never began, or PostgreSQL says that it rolled back. */
    private static boolean undone(RuntimeException failure) {
        return failure instanceof CannotCreateTransactionException || failure instanceof ConcurrencyFailureException;
    }

    private void free(Claimed claimed, Throwable failure) {
        if (worker.lives(claimed.worker())) {
            try {
                gate.release(claimed.sends().stream().map(Send::id).toList(), claimed.worker());
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
                worker.lost(claimed.worker());
            }
        }
    }
}
