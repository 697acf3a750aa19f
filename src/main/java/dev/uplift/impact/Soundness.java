package dev.uplift.impact;

import dev.uplift.impact.stats.Balance;
import dev.uplift.impact.stats.Effect;
import java.util.Optional;

/** Whether the two arms may be compared at all. */
record Soundness(Comparison comparison) {

    /** Below this the lot counts as broken; the usual bound for a sample ratio mismatch. */
    private static final double LOT = .001;

    /** More of the hold-out than this must not have got the campaign after all. */
    static final double MIXED = .05;

    boolean lotIsFair() {
        return lot().p() >= LOT;
    }

    /** Those drawn had the same score before, as far as they had answered; true with too few such answers. */
    boolean beforeIsAlike() {
        return before().map(difference -> difference.p() >= LOT).orElse(true);
    }

    /** By how much the arms differed before; empty with fewer than two earlier answers in either, or too few accounts. */
    Optional<Effect> before() {
        return comparison.accounts().isPresent()
                ? comparison.accounts().flatMap(accounts -> accounts.effect(Accounts.EARLIER))
                : ofCustomers();
    }

    private Optional<Effect> ofCustomers() {
        var treated = comparison.treated().earlier();
        var holdOut = comparison.holdOut().earlier();
        return treated.answered() < 2 || holdOut.answered() < 2
                ? Optional.empty()
                : Optional.of(Effect.welch(treated, holdOut));
    }

    boolean responseIsAlike() {
        return response() >= Weights.RESPONSE;
    }

    /** Two-sided p that both arms answer alike often. */
    double response() {
        return comparison
                .accounts()
                .map(accounts -> accounts.p(Accounts.DRAWN))
                .orElseGet(() ->
                        Weights.test(comparison.treated(), comparison.holdOut()).p());
    }

    /** Both arms were measured by the plan: by the same survey, and the hold-out stayed without the campaign. */
    boolean planWasKept() {
        return sameSurvey() && unmixed();
    }

    /** Both arms answered the same surveys, as far as both have answered. */
    boolean sameSurvey() {
        var treated = comparison.treated().besides().surveys();
        var holdOut = comparison.holdOut().besides().surveys();
        return treated.isEmpty() || holdOut.isEmpty() || treated.equals(holdOut);
    }

    boolean unmixed() {
        return comparison.holdOut().besides().mixed()
                <= MIXED * comparison.holdOut().assigned();
    }

    Balance lot() {
        return Balance.ofLot(
                drawn(comparison.treated()),
                drawn(comparison.holdOut()),
                comparison.plan().holdOut());
    }

    /** How many the lot drew into an arm: accounts or customers. */
    long drawn(Side side) {
        return comparison
                .accounts()
                .map(accounts -> accounts.count(Accounts.DRAWN, side.arm()))
                .orElse(side.assigned());
    }
}
