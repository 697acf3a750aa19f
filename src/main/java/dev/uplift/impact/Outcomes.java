package dev.uplift.impact;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Outcome;
import dev.uplift.impact.stats.FalseDiscovery;
import dev.uplift.impact.stats.Share;
import java.util.List;
import java.util.stream.IntStream;

/** What else differs between all who were drawn, whether they answered or not: nobody can leave this comparison. */
record Outcomes(Comparison comparison) {

    List<Outcome> rows() {
        if (!comparison.controlled()
                || comparison.treated().assigned() == 0
                || comparison.holdOut().assigned() == 0) {
            return List.of();
        }
        var raw = comparison.treated().besides().guardrails().keySet().stream()
                .map(this::row)
                .toList();
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

    private Outcome row(String name) {
        var treated = share(comparison.treated(), name);
        var holdOut = share(comparison.holdOut(), name);
        var range = treated.less(holdOut, .05);
        var difference = new Estimate(
                name,
                Rounded.of(treated.percent() - holdOut.percent()),
                Rounded.of(range.low()),
                Rounded.of(range.high()),
                Rounded.of(treated.balance(holdOut).p()));
        return new Outcome(
                name, Rounded.of(treated.percent() / 100), Rounded.of(holdOut.percent() / 100), difference, 1);
    }

    private static Share share(Side side, String name) {
        return new Share(side.besides().guardrails().getOrDefault(name, 0L), side.assigned());
    }
}
