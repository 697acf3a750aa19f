package dev.uplift.impact;

import java.time.Instant;

/**
 * Which look at the data this is.
 *
 * @param last whether the read-out is reached: its date has come, or everybody who was asked has answered
 * @param number 1 for the first look at different evidence
 * @param answers answers so far, both arms together
 * @param planned answers the plan expected
 */
public record Look(boolean last, int number, long answers, long planned, Instant readOutAt) {

    /** A look at something that goes on, so that none is the last. */
    static Look amongMany(Evidence evidence, Side treated, Side holdOut) {
        var at = at(evidence, treated, holdOut);
        return new Look(false, at.number, at.answers, at.planned, at.readOutAt);
    }

    static Look at(Evidence evidence, Side treated, Side holdOut) {
        var plan = evidence.plan();
        var answers = treated.answered() + holdOut.answered();
        var everybody =
                answers > 0 && treated.answered() >= treated.assigned() && holdOut.answered() >= holdOut.assigned();
        return new Look(
                everybody || !evidence.asOf().isBefore(plan.readOutAt()),
                evidence.looks() + 1,
                answers,
                plan.plannedAnswers(),
                plan.readOutAt());
    }
}
