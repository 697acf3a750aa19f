package dev.uplift.impact;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Outcome;
import dev.uplift.impact.Report.Unit;
import dev.uplift.impact.stats.Adjustment;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Effect;
import dev.uplift.platform.Metric;
import java.util.stream.Stream;

/** What else people answered, by the lot they drew: only those who answered can be compared, so these never decide. */
record AlsoAnswered(Comparison comparison) {

    private static final long FEWEST = 30;

    Stream<Outcome> rows(VerdictCode code) {
        var others = Stream.of(Metric.values()).flatMap(this::of);
        return code == VerdictCode.NOT_ENOUGH && comparison.plan().asks() == Metric.NPS
                ? Stream.concat(others, Stream.of(mean()))
                : others;
    }

    /** The score of another metric, unless a side has fewer than 30 answers. */
    private Stream<Outcome> of(Metric metric) {
        var treated = answers(metric, true);
        var holdOut = answers(metric, false);
        if (Math.min(treated.answered(), holdOut.answered()) < FEWEST) {
            return Stream.empty();
        }
        var estimate = Estimate.of(
                metric.key(), Estimator.plain(metric, treated, holdOut).ofClusters(comparison.designEffect()));
        return Stream.of(
                metric.share()
                        ? outcome(estimate, treated.score() / 100, holdOut.score() / 100, Unit.SHARE)
                        : outcome(estimate, treated.score(), holdOut.score(), Unit.POINTS));
    }

    /** The mean 0 to 10 answer: it wastes less of what people said than classes do, but is not what was asked for. */
    private Outcome mean() {
        var treated = comparison.treated().moments();
        var holdOut = comparison.holdOut().moments();
        var effect = comparison.estimates().adjusted()
                ? Adjustment.lin(comparison.evidence().peers().stream()
                                .flatMap(group -> group.cells(answer -> answer))
                                .toList())
                        .effect()
                : Effect.welch(treated, holdOut);
        var estimator = Estimator.of("mean-answer", effect).ofClusters(comparison.designEffect());
        return outcome(Estimate.of(estimator.name(), estimator), treated.mean(), holdOut.mean(), Unit.ANSWER);
    }

    private static Outcome outcome(Estimate difference, double treated, double holdOut, Unit unit) {
        return new Outcome(
                difference.name(),
                Rounded.of(treated),
                Rounded.of(holdOut),
                difference,
                1,
                unit,
                Report.Among.ANSWERED);
    }

    private Classes answers(Metric metric, boolean treated) {
        return comparison.evidence().also().stream()
                .filter(answer -> answer.treated() == treated && answer.metric().equals(metric.key()))
                .map(answer -> Peers.classes(metric, answer.answer(), answer.people()))
                .reduce(new Classes(0, 0, 0), Classes::plus);
    }
}
