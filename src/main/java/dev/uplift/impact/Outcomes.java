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
                || comparison.holdOut().assigned() == 0) {
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
        var range = treated.less(holdOut, .05);
        var difference = new Estimate(
                name,
                Rounded.of(treated.percent() - holdOut.percent()),
                Rounded.of(range.low()),
                Rounded.of(range.high()),
                Rounded.of(treated.balance(holdOut).p()));
        return new Outcome(
                name,
                Rounded.of(treated.percent() / 100),
                Rounded.of(holdOut.percent() / 100),
                difference,
                1,
                Report.Unit.SHARE,
                Report.Among.DRAWN);
    }

    private static Share share(Side side, String name) {
        return new Share(side.besides().guardrails().getOrDefault(name, 0L), side.assigned());
    }
}
