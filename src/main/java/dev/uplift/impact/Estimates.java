package dev.uplift.impact;

import dev.uplift.impact.stats.Adjustment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The effect by each method that applies to the same comparison, the deciding one first.
 *
 * @param remaining share of the variance that earlier answers leave unexplained, 0 to 1; 1 where they are not used
 * @param weightsAgree whether correcting for who answers was possible and moves the plain difference by half a standard
 *     error at most
 */
record Estimates(List<Estimator> all, double remaining, boolean weightsAgree) {

    /** Fewer earlier answers than this share are not worth the trouble. */
    private static final double WORTH_ADJUSTING = .3;

    private static final int FEWEST_ANSWERS = 50;

    static Estimates of(Evidence evidence, Side treated, Side holdOut) {
        var metric = evidence.plan().asks();
        var plain = Estimator.plain(metric, treated.answers(), holdOut.answers());
        if (!telling(treated) || !telling(holdOut)) {
            return new Estimates(List.of(plain), 1, false);
        }
        var adjustment = Optional.of(evidence.peers())
                .filter(Estimates::adjustable)
                .map(peers -> Adjustment.lin(peers.stream()
                        .flatMap(group -> group.cells(metric::code))
                        .toList()));
        var adjusted = adjustment.map(found -> Estimator.of("adjusted", found.effect()));
        var weighted = Weights.difference(evidence.peers(), metric).map(effect -> Estimator.of("weighted", effect));
        return new Estimates(
                Stream.of(
                                weighted.filter(found -> Weights.needed(treated, holdOut)),
                                adjusted,
                                Optional.of(plain),
                                weighted)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                adjustment.map(found -> 1 - found.varianceRemoved()).orElse(1.0),
                weighted.filter(found -> Math.abs(found.points() - plain.points())
                                <= plain.effect().standardError() / 2)
                        .isPresent());
    }

    /** Whether earlier answers could be used. */
    boolean adjusted() {
        return all.stream().anyMatch(estimator -> estimator.name().equals("adjusted"));
    }

    Estimator primary() {
        return all.get(0);
    }

    /** Enough answers, and not all of one class: methods that know nothing of the classes would be sure of anything else. */
    private static boolean telling(Side side) {
        return side.answered() >= FEWEST_ANSWERS && side.answers().variance() > 0;
    }

    private static boolean adjustable(List<Peers> peers) {
        var answered = peers.stream().mapToLong(Peers::answered).sum();
        var known = peers.stream()
                .filter(group -> group.earlier() != null)
                .mapToLong(Peers::answered)
                .sum();
        return known >= WORTH_ADJUSTING * answered;
    }
}
