package dev.uplift.impact;

import dev.uplift.impact.stats.Balance;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.ResponseCell;
import dev.uplift.impact.stats.Weighting;
import dev.uplift.platform.Metric;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The difference as it would be if everybody invited had answered like those of their earlier answer and stratum. */
final class Weights {

    /** Below this one arm counts as answering more often than the other. */
    static final double RESPONSE = .01;

    private Weights() {}

    /** The weighted difference, or nothing where people cannot be told apart. */
    static Optional<Effect> difference(List<Peers> peers, Metric metric) {
        if (peers.stream().anyMatch(group -> group.invited() == null)) {
            return Optional.empty();
        }
        var cells = peers.stream().map(group -> cell(group, metric)).toList();
        var weighting = Weighting.of(cells);
        return weighting.classes() < 2 ? Optional.empty() : Optional.of(weighting.effect());
    }

    /** Whether one arm answered more often, so that the plain difference compares different people. */
    static boolean needed(Side treated, Side holdOut) {
        return uneven(test(treated, holdOut));
    }

    static boolean uneven(Balance response) {
        return response.p() < RESPONSE;
    }

    static Balance test(Side treated, Side holdOut) {
        return Balance.ofRates(treated.answered(), treated.invited(), holdOut.answered(), holdOut.invited());
    }

    /** A mail that came back after its link had been used leaves more answers than invitations. */
    private static ResponseCell cell(Peers group, Metric metric) {
        return new ResponseCell(
                group.treated(),
                group.stratum() + " " + (group.earlier() == null ? "-" : (double) metric.code(group.earlier())),
                Math.max(Objects.requireNonNullElse(group.invited(), 0L), group.answered()),
                group.answers(metric));
    }
}
