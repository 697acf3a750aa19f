package dev.uplift.impact;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Outcome;
import dev.uplift.impact.stats.FalseDiscovery;
import dev.uplift.impact.stats.Share;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What else differs between the arms: first that which nobody who was drawn can leave, then what people answered. */
record Outcomes(Comparison comparison, VerdictCode code) {

    List<Outcome> rows() {
        if (!comparison.controlled()
                || comparison.treated().assigned() == 0
                || comparison.holdOut().assigned() == 0
                || tooFewAccounts()) {
            return List.of();
        }
        var drawn =
                comparison.treated().besides().guardrails().keySet().stream().map(this::row);
        var raw = Stream.concat(drawn, new AlsoAnswered(comparison).rows(code)).toList();
        var adjusted = FalseDiscovery.adjusted(
                raw.stream().mapToDouble(outcome -> outcome.difference().p()).toArray());
        return IntStream.range(0, raw.size())
                .mapToObj(index -> raw.get(index).adjusted(Rounded.of(adjusted[index])))
                .toList();
    }

    private Outcome row(String name) {
        var treated = share(comparison.treated(), name);
        var holdOut = share(comparison.holdOut(), name);
        return new Outcome(
                name,
                Rounded.of(treated.percent() / 100),
                Rounded.of(holdOut.percent() / 100),
                difference(name, treated, holdOut),
                1,
                Report.Unit.SHARE,
                Report.Among.DRAWN);
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

    private static Share share(Side side, String name) {
        return new Share(side.besides().guardrails().getOrDefault(name, 0L), side.assigned());
    }
}
