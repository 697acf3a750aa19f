package dev.uplift.impact;

import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Interval;
import dev.uplift.impact.stats.Moments;
import dev.uplift.platform.Metric;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One arm in sums: all that were drawn into it count, reached or not. */
record Side(String arm, Metric metric, List<Peers> peers, Evidence.Besides besides) {

    static Side of(String arm, Evidence evidence) {
        var peers = evidence.peers().stream()
                .filter(group -> group.arm().equals(arm))
                .toList();
        return new Side(
                arm, evidence.plan().asks(), peers, arm.equals("treated") ? evidence.treated() : evidence.holdOut());
    }

    long assigned() {
        return peers.stream().mapToLong(Peers::assigned).sum();
    }

    long exposed() {
        return besides.exposed();
    }

    long invited() {
        return besides.invited();
    }

    /** Answers to this run's survey, one per person. */
    Classes answers() {
        return classes(group -> group.answers(metric));
    }

    /** Latest answers of the same people before they were drawn. */
    Classes earlier() {
        return classes(group -> group.before(metric));
    }

    long answered() {
        return answers().answered();
    }

    /** Share of the invited who answered, 0 to 1; 0 while nobody has been invited. */
    double rate() {
        return invited() == 0 ? 0 : (double) answered() / invited();
    }

    /**
     * The arm as it is shown; scores of a hidden arm stay away.
     *
     * @param accounts how many were drawn, if they were
     */
    Report.Arm shown(boolean hidden, @Nullable Long accounts, double designEffect) {
        var answers = answers();
        var scored = answered() > 0 && !hidden;
        var classed = !hidden && !metric.share();
        var score = scored ? (Double) Rounded.of(answers.score()) : null;
        var range = scored ? range(designEffect) : null;
        return new Report.Arm(
                assigned(),
                accounts,
                exposed(),
                invited(),
                answered(),
                classed ? (Long) answers.detractors() : null,
                classed ? (Long) answers.passives() : null,
                classed ? (Long) answers.promoters() : null,
                classed ? score : null,
                range == null ? null : Rounded.of(range.low()),
                range == null ? null : Rounded.of(range.high()),
                score,
                hidden || classed ? null : (Long) answers.promoters(),
                scored ? (Double) Rounded.of(moments().mean()) : null);
    }

    /** The 95 % range of the score, within the scores there are; needs an answer. */
    Interval range() {
        return range(1);
    }

    private Interval range(double designEffect) {
        return Estimator.range(metric, answers(), designEffect);
    }

    /** The answers on the scale of the metric; needs one. */
    Moments moments() {
        return Moments.ofSums((double) answered(), raised(1), raised(2));
    }

    private double raised(int power) {
        return peers.stream()
                .flatMap(group -> group.cells(answer -> Math.pow(answer, power)))
                .mapToDouble(cell -> cell.count() * cell.outcome())
                .sum();
    }

    private Classes classes(Function<Peers, Classes> counts) {
        return peers.stream().map(counts).reduce(new Classes(0, 0, 0), Classes::plus);
    }
}
