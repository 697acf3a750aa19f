package dev.uplift.impact.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Standardised mean differences: gap of the means ÷ √((s²T + s²C) / 2), the deviations without weights. */
final class Imbalance {

    /** How much one person of a cell counts. */
    interface Weight extends ToDoubleFunction<Cell> {}

    private Imbalance() {}

    /** The largest over the shares of all strata and the earlier answers of those who gave one; at least 0. */
    static double largest(List<Cell> cells, Weight weight) {
        var strata = cells.stream().map(Cell::stratum).distinct();
        var ofStrata =
                strata.mapToDouble(stratum -> of(cells, cell -> cell.stratum().equals(stratum) ? 1 : 0, weight));
        var known = cells.stream().filter(cell -> cell.earlier() != null).toList();
        var ofEarlier = of(known, cell -> cell.earlierFrom(0), weight);
        return DoubleStream.concat(ofStrata, DoubleStream.of(ofEarlier)).max().orElse(0);
    }

    static double count(List<Cell> cells, boolean treated) {
        return cells.stream()
                .filter(cell -> cell.treated() == treated)
                .mapToLong(Cell::count)
                .sum();
    }

    private static double of(List<Cell> cells, ToDoubleFunction<Cell> covariate, Weight weight) {
        if (count(cells, true) == 0 || count(cells, false) == 0) {
            return 0;
        }
        var gap = Math.abs(mean(cells, true, covariate, weight) - mean(cells, false, covariate, weight));
        var deviation = Math.sqrt((variance(cells, true, covariate) + variance(cells, false, covariate)) / 2);
        return gap <= 1e-12 ? 0 : gap / deviation;
    }

    private static double mean(
            List<Cell> cells, boolean treated, ToDoubleFunction<Cell> covariate, ToDoubleFunction<Cell> weight) {
        var sum = 0.0;
        var weights = 0.0;
        for (var cell : cells) {
            var own = cell.treated() == treated ? cell.count() * weight.applyAsDouble(cell) : 0;
            sum += own * covariate.applyAsDouble(cell);
            weights += own;
        }
        return sum / weights;
    }

    private static double variance(List<Cell> cells, boolean treated, ToDoubleFunction<Cell> covariate) {
        var mean = mean(cells, treated, covariate, cell -> 1);
        return mean(cells, treated, cell -> Math.pow(covariate.applyAsDouble(cell) - mean, 2), cell -> 1);
    }
}
