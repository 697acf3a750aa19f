package dev.uplift.impact;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Outcome;
import dev.uplift.impact.stats.FalseDiscovery;
import dev.uplift.impact.stats.Share;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What else differs between all who were drawn, whether they answered or not: nobody can leave this comparison. */
record Outcomes(Comparison comparison) {

    List<Outcome> rows() {
        if (!comparison.controlled()
                || comparison.treated().assigned() == 0
                || comparison.holdOut().assigned() == 0
                || tooFewAccounts()) {
            return List.of();
        }
        var raw = List.of(row("churned", Evidence.Besides::churned), row("withdrawn", Evidence.Besides::withdrawn));
        var adjusted = FalseDiscovery.adjusted(
                raw.stream().mapToDouble(outcome -> outcome.difference().p()).toArray());
        return IntStream.range(0, raw.size())
                .mapToObj(index -> new Outcome(
                        raw.get(index).name(),
                        raw.get(index).treated(),
                        raw.get(index).holdOut(),
                        raw.get(index).difference(),
                        Rounded.of(adjusted[index])))
                .toList();
    }

    private Outcome row(String name, ToLongFunction<Evidence.Besides> count) {
        var treated = share(comparison.treated(), count);
        var holdOut = share(comparison.holdOut(), count);
        return new Outcome(
                name,
                Rounded.of(treated.percent() / 100),
                Rounded.of(holdOut.percent() / 100),
                difference(name, treated, holdOut),
                1);
    }

    private Estimate difference(String name, Share treated, Share holdOut) {
        var range = treated.less(holdOut, .05);
        var byAccount = comparison
                .accounts()
                .flatMap(accounts -> accounts.effect(name))
                .map(effect -> effect.scaled(100).range());
        return new Estimate(
                name,
                Rounded.of(treated.percent() - holdOut.percent()),
                Rounded.of(byAccount
                        .map(wider -> Math.min(wider.low(), range.low()))
                        .orElse(range.low())),
                Rounded.of(byAccount
                        .map(wider -> Math.max(wider.high(), range.high()))
                        .orElse(range.high())),
                Rounded.of(p(name, treated, holdOut)));
    }

    /** People of one account tell no more than as many strangers. */
    private double p(String name, Share treated, Share holdOut) {
        var ofPeople = treated.balance(holdOut).p();
        return comparison
                .accounts()
                .map(accounts -> Math.max(ofPeople, accounts.p(name)))
                .orElse(ofPeople);
    }

    private boolean tooFewAccounts() {
        return comparison
                .accounts()
                .filter(accounts -> accounts.fewest(Accounts.DRAWN) < Accounts.FEWEST)
                .isPresent();
    }

    private static Share share(Side side, ToLongFunction<Evidence.Besides> count) {
        return new Share(count.applyAsLong(side.besides()), side.assigned());
    }
}
