package dev.uplift.impact.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The effect on those who were contacted when nobody drew by lot: the others are weighted to the same strata, w = e/(1-e)
 * with e the share contacted in a stratum. An association at best: it leaves out whatever the strata do not know.
 *
 * @param effect in the outcome's unit; normal, on common support
 * @param imbalanceBefore largest standardised mean difference over strata and earlier answer, at least 0
 * @param imbalanceAfter the same with weights; above .1 the groups are not comparable (Austin 2009)
 * @param effective (Σw)² / Σw² of the others (Kish 1965)
 * @param support share of the contacted, 0 to 1, in strata with two people on each side; the rest is left out
 */
public record AttWeighting(
        Effect effect, double imbalanceBefore, double imbalanceAfter, double effective, double support) {

    /** Weighs by stratum; throws IllegalArgumentException where no stratum holds two people of each side. */
    public static AttWeighting of(List<Cell> cells) {
        var byName = cells.stream().collect(Collectors.groupingBy(Cell::stratum));
        var strata = byName.values().stream()
                .filter(Stratum::supported)
                .map(Stratum::of)
                .sorted(Comparator.comparing(Stratum::name))
                .toList();
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("No stratum holds two contacted people and two others");
        }
        var names = strata.stream().map(Stratum::name).collect(Collectors.toSet());
        var compared =
                cells.stream().filter(cell -> names.contains(cell.stratum())).toList();
        return new AttWeighting(
                effect(strata),
                Imbalance.largest(cells, cell -> 1),
                Imbalance.largest(compared, weights(strata)),
                effective(strata),
                contacted(strata) / Imbalance.count(cells, true));
    }

    private record Stratum(String name, Moments contacted, Moments others) {

        static Stratum of(List<Cell> cells) {
            return new Stratum(cells.get(0).stratum(), moments(cells, true), moments(cells, false));
        }

        static boolean supported(List<Cell> cells) {
            return Imbalance.count(cells, true) >= 2 && Imbalance.count(cells, false) >= 2;
        }

        double weight() {
            return contacted.count() / others.count();
        }

        private static Moments moments(List<Cell> cells, boolean treated) {
            return Moments.of(
                    cells.stream().filter(cell -> cell.treated() == treated).toList());
        }
    }

    private static Imbalance.Weight weights(List<Stratum> strata) {
        var weights = strata.stream().collect(Collectors.toMap(Stratum::name, Stratum::weight));
        return cell -> cell.treated() ? 1 : weights.getOrDefault(cell.stratum(), 0.0);
    }

    /** Σ W Δ and √Σ W² (s²T/nT + s²C/nC) with W the stratum's share of the contacted. */
    private static Effect effect(List<Stratum> strata) {
        var points = 0.0;
        var variation = 0.0;
        for (var stratum : strata) {
            var share = stratum.contacted().count() / contacted(strata);
            var own = Effect.welch(stratum.contacted(), stratum.others()).scaled(share);
            points += own.points();
            variation += own.standardError() * own.standardError();
        }
        return Effect.normal(points, Math.sqrt(variation));
    }

    private static double contacted(List<Stratum> strata) {
        return strata.stream()
                .mapToDouble(stratum -> stratum.contacted().count())
                .sum();
    }

    private static double effective(List<Stratum> strata) {
        var squares = strata.stream()
                .mapToDouble(stratum -> stratum.weight() * stratum.contacted().count())
                .sum();
        return contacted(strata) * contacted(strata) / squares;
    }
}
