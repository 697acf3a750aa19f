package dev.uplift.impact;

import dev.uplift.impact.stats.Adjustment;
import dev.uplift.impact.stats.Cell;
import dev.uplift.impact.stats.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The effect by each method that applies to the same comparison, the deciding one first.
 *
 * @param variance of the deciding method, in variances of as many unrelated answers: below 1 where earlier answers explain
 *     part of it, above 1 where people of whole accounts are alike
 * @param weightsAgree whether correcting for who answers was possible and moves the plain difference by half a standard
 *     error at most
 */
record Estimates(List<Estimator> all, double variance, boolean weightsAgree) {

    /** Fewer earlier answers than this share are not worth the trouble. */
    private static final double WORTH_ADJUSTING = .3;

    private static final int FEWEST_ANSWERS = 50;

    static Estimates of(Evidence evidence, Side treated, Side holdOut) {
        var metric = evidence.plan().asks();
        var plain = Estimator.plain(metric, treated.answers(), holdOut.answers());
        if (evidence.plan().byAccount()) {
            return ofAccounts(evidence, plain);
        }
        if (!telling(treated) || !telling(holdOut)) {
            return new Estimates(List.of(plain), 1, false);
        }
        var adjustment = Optional.of(evidence.peers())
                .filter(peers -> evidence.plan().comparesBy() || adjustable(peers))
                .map(peers ->
                        Adjustment.lin(Cell.together(peers.stream().flatMap(group -> group.cells(metric::code)))));
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
                agree(weighted.map(Estimator::effect), plain));
    }

    /** The plain difference with errors by account; without any while accounts are too few. */
    private static Estimates ofAccounts(Evidence evidence, Estimator plain) {
        return new Accounts(evidence.accounts())
                .effect(Accounts.SCORE)
                .map(effect -> plain.with("accounts", noSurerThan(plain.effect(), effect)))
                .map(primary -> new Estimates(
                        List.of(primary),
                        Math.pow(
                                primary.effect().standardError()
                                        / plain.effect().standardError(),
                                2),
                        agree(
                                Weights.difference(
                                        evidence.peers(), evidence.plan().asks()),
                                primary)))
                .orElseGet(() -> new Estimates(List.of(), 1, false));
    }

    /** People of an account never tell more than as many strangers; if they seem to, then by chance. */
    private static Effect noSurerThan(Effect strangers, Effect effect) {
        return new Effect(
                effect.points(),
                Math.max(strangers.standardError(), effect.standardError()),
                effect.degreesOfFreedom());
    }

    /** Correcting for who answers moves the difference by half a standard error at most. */
    private static boolean agree(Optional<Effect> weighted, Estimator estimator) {
        return weighted.filter(found -> Math.abs(found.points() - estimator.points())
                        <= estimator.effect().standardError() / 2)
                .isPresent();
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
