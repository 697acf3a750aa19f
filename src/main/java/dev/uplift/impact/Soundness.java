package dev.uplift.impact;

import dev.uplift.impact.Report.Check;
import dev.uplift.impact.stats.Balance;
import dev.uplift.impact.stats.Effect;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether the two arms may be compared at all. */
record Soundness(Comparison comparison) {

    /** Below this the lot counts as broken; the usual bound for a sample ratio mismatch. */
    private static final double LOT = .001;

    /** More of the hold-out than this must not have got the campaign after all. */
    private static final double MIXED = .05;

    private static final double DAYS_APART = 1;

    boolean lotIsFair() {
        return lot().p() >= LOT;
    }

    boolean responseIsAlike() {
        return comparison
                .accounts()
                .map(accounts -> accounts.p(Accounts.DRAWN) >= Weights.RESPONSE)
                .orElseGet(() -> !Weights.needed(comparison.treated(), comparison.holdOut()));
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

    private boolean unmixed() {
        return comparison.holdOut().besides().mixed()
                <= MIXED * comparison.holdOut().assigned();
    }

    List<Check> checks() {
        return comparison.controlled()
                ? List.of(
                        by(accounts -> accounts.lot(lotIsFair()), this::lotCheck),
                        by(accounts -> accounts.baseline(LOT), this::baselineCheck),
                        by(accounts -> accounts.response(responseIsAlike()), this::responseCheck),
                        surveyCheck(),
                        delayCheck(),
                        mixedCheck(),
                        lockedCheck(),
                        by(AccountChecks::enough, this::enoughCheck))
                : List.of(lockedCheck(), enoughCheck());
    }

    private Check lotCheck() {
        return check(
                "lot-balance",
                lotIsFair(),
                "%d drawn as treated and %d as hold-out, %.0f %% hold-out planned; p = %.4f, at least 0.001",
                comparison.treated().assigned(),
                comparison.holdOut().assigned(),
                100 * comparison.plan().holdOut(),
                lot().p());
    }

    private Check baselineCheck() {
        var treated = comparison.treated().earlier();
        var holdOut = comparison.holdOut().earlier();
        if (treated.answered() < 2 || holdOut.answered() < 2) {
            return check("baseline-balance", true, "no earlier answers to compare");
        }
        var p = Effect.welch(treated, holdOut).p();
        return check(
                "baseline-balance",
                p >= LOT,
                "earlier score %.1f of the treated and %.1f of the hold-out; p = %.4f, at least 0.001",
                treated.score(),
                holdOut.score(),
                p);
    }

    private Check responseCheck() {
        return check(
                "response-balance",
                responseIsAlike(),
                "%.1f %% of the treated and %.1f %% of the hold-out answered; p = %.4f, at least 0.01",
                100 * comparison.treated().rate(),
                100 * comparison.holdOut().rate(),
                response().p());
    }

    private Check surveyCheck() {
        var treated = comparison.treated().besides().surveys();
        var holdOut = comparison.holdOut().besides().surveys();
        return treated.isEmpty() && holdOut.isEmpty()
                ? check("same-survey", true, "nobody has answered yet")
                : check("same-survey", sameSurvey(), "treated: %s; hold-out: %s", treated, holdOut);
    }

    private Check delayCheck() {
        var treated = comparison.treated().besides().askedAfter();
        var holdOut = comparison.holdOut().besides().askedAfter();
        return treated == null || holdOut == null
                ? check("same-delay", true, "not both arms have been asked yet")
                : check(
                        "same-delay",
                        Math.abs(treated - holdOut) <= DAYS_APART,
                        "asked after %.1f days (treated) and %.1f days (hold-out) on average; at most 1 day apart",
                        treated,
                        holdOut);
    }

    private Check mixedCheck() {
        return check(
                "contamination",
                unmixed(),
                "%d of %d held back got the campaign by another run; at most 5 %%",
                comparison.holdOut().besides().mixed(),
                comparison.holdOut().assigned());
    }

    private Check lockedCheck() {
        var locked = comparison.plan().lockedAt();
        var first = Stream.of(comparison.treated(), comparison.holdOut())
                .map(side -> side.besides().firstAnswerAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (locked == null || first == null) {
            return check("plan-locked", true, "no answer has come yet");
        }
        return check("plan-locked", !locked.isAfter(first), "plan fixed at %s, first answer at %s", locked, first);
    }

    private Check enoughCheck() {
        return check(
                "enough-answers",
                comparison.controlled()
                        ? comparison.enoughAnswers()
                        : comparison.treated().answered() >= 50,
                "%d answers treated, %d hold-out; 50 in each are the least",
                comparison.treated().answered(),
                comparison.holdOut().answered());
    }

    static Check check(String name, boolean ok, String detail, Object... values) {
        return new Check(name, ok, String.format(Locale.ROOT, detail, values));
    }

    private Balance lot() {
        return by(
                AccountChecks::lot,
                () -> Balance.ofLot(
                        comparison.treated().assigned(),
                        comparison.holdOut().assigned(),
                        comparison.plan().holdOut()));
    }

    /** By what the lot drew: accounts or customers. */
    private <T> T by(Function<AccountChecks, T> ofAccounts, Supplier<T> ofCustomers) {
        return comparison
                .accounts()
                .map(accounts -> ofAccounts.apply(new AccountChecks(comparison, accounts)))
                .orElseGet(ofCustomers);
    }

    private Balance response() {
        return Weights.test(comparison.treated(), comparison.holdOut());
    }
}
