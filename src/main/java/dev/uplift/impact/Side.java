package dev.uplift.impact;

import dev.uplift.impact.stats.Classes;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One arm in sums: all that were drawn into it count, reached or not. */
record Side(String arm, List<Peers> peers, Evidence.Besides besides) {

    static Side of(String arm, Evidence evidence) {
        var peers = evidence.peers().stream()
                .filter(group -> group.arm().equals(arm))
                .toList();
        return new Side(arm, peers, arm.equals("treated") ? evidence.treated() : evidence.holdOut());
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
        return classes(Peers::answers);
    }

    /** Latest answers of the same people before they were drawn. */
    Classes earlier() {
        return classes(Peers::before);
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
        var range = answers.rangeOfClusters(designEffect).clipped(100);
        return new Report.Arm(
                assigned(),
                accounts,
                exposed(),
                invited(),
                answered(),
                hidden ? null : (Long) answers.detractors(),
                hidden ? null : (Long) answers.passives(),
                hidden ? null : (Long) answers.promoters(),
                scored ? Rounded.of(answers.score()) : null,
                scored ? Rounded.of(range.low()) : null,
                scored ? Rounded.of(range.high()) : null);
    }

    private Classes classes(Function<Peers, Classes> counts) {
        return peers.stream().map(counts).reduce(new Classes(0, 0, 0), Classes::plus);
    }
}
