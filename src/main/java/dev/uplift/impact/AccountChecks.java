package dev.uplift.impact;

import dev.uplift.impact.Report.Check;
import dev.uplift.impact.stats.Balance;

/** The checks of a lot that drew whole accounts: they compare accounts, since people of one account are alike. */
record AccountChecks(Comparison comparison, Accounts accounts) {

    Balance lot() {
        return Balance.ofLot(
                drawn("treated"), drawn("hold-out"), comparison.plan().holdOut());
    }

    Check lot(boolean fair) {
        return Soundness.check(
                "lot-balance",
                fair,
                "%d accounts drawn as treated and %d as hold-out, %.0f %% hold-out planned; p = %.4f, at least 0.001",
                drawn("treated"),
                drawn("hold-out"),
                100 * comparison.plan().holdOut(),
                lot().p());
    }

    Check baseline(double least) {
        if (accounts.fewest("earlier") < Accounts.FEWEST) {
            return Soundness.check("baseline-balance", true, "not tested: fewer than 10 accounts with earlier answers");
        }
        var p = accounts.p("earlier");
        return Soundness.check(
                "baseline-balance",
                p >= least,
                "earlier score %.1f of the treated and %.1f of the hold-out, compared by account; p = %.4f, at least 0.001",
                comparison.treated().earlier().score(),
                comparison.holdOut().earlier().score(),
                p);
    }

    Check response(boolean alike) {
        return Soundness.check(
                "response-balance",
                alike,
                "%.1f %% of the treated and %.1f %% of the hold-out answered, compared by account; p = %.4f, at least 0.01",
                100 * comparison.treated().rate(),
                100 * comparison.holdOut().rate(),
                accounts.p(Accounts.DRAWN));
    }

    Check enough() {
        return Soundness.check(
                "enough-answers",
                comparison.enoughAnswers() && comparison.comparable(),
                "%d answers of %d accounts treated, %d of %d hold-out; 50 of 10 in each are the least",
                comparison.treated().answered(),
                accounts.count(Accounts.SCORE, "treated"),
                comparison.holdOut().answered(),
                accounts.count(Accounts.SCORE, "hold-out"));
    }

    private long drawn(String arm) {
        return accounts.count(Accounts.DRAWN, arm);
    }
}
