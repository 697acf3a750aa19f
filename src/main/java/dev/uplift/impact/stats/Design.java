package dev.uplift.impact.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The columns of a regression of outcomes on the arm: 1, treated, and each covariate less its mean over both arms; with
 * interactions also treated times each of these (Lin 2013, Annals of Applied Statistics 7:295). A covariate is used
 * where each arm holds ten people for it: the raw earlier answer, whether it is missing, and each stratum. People
 * without an earlier answer have its mean, those of small strata share the intercept.
 */
final class Design {

    /** Fewer people than this in an arm say nothing about a covariate of their own. */
    static final int FEWEST = 10;

    private final List<Cell> cells;
    private final boolean interacted;
    private final List<ToDoubleFunction<Cell>> covariates = new ArrayList<>();

    Design(List<Cell> cells, boolean interacted) {
        this.cells = cells;
        this.interacted = interacted;
        if (enough(cell -> cell.earlier() != null)) {
            var centre = earlierMean(cells);
            covariates.add(cell -> cell.earlierFrom(centre));
            addShare(cell -> cell.earlier() == null);
        }
        cells.stream()
                .flatMap(cell -> cell.strata().stream())
                .distinct()
                .sorted()
                .forEach(stratum -> addShare(cell -> cell.strata().contains(stratum)));
    }

    /** Mean of the earlier answers of both arms; 0 where nobody gave one. */
    static double earlierMean(List<Cell> cells) {
        var known = cells.stream().filter(cell -> cell.earlier() != null).toList();
        var sum = known.stream()
                .mapToDouble(cell -> cell.count() * cell.earlierFrom(0))
                .sum();
        return known.isEmpty() ? 0 : sum / count(known, cell -> true);
    }

    /** The values of all columns for one person of the cell; the second is the arm. */
    double[] row(Cell cell) {
        var treated = cell.treated() ? 1.0 : 0.0;
        var own = covariates.size();
        var row = new double[2 + own * (interacted ? 2 : 1)];
        row[0] = 1;
        row[1] = treated;
        for (var i = 0; i < own; i++) {
            row[2 + i] = covariates.get(i).applyAsDouble(cell);
            if (interacted) {
                row[2 + own + i] = treated * row[2 + i];
            }
        }
        return row;
    }

    private void addShare(Predicate<Cell> member) {
        if (enough(member)) {
            var share = count(cells, member) / count(cells, cell -> true);
            covariates.add(cell -> (member.test(cell) ? 1 : 0) - share);
        }
    }

    private boolean enough(Predicate<Cell> member) {
        return Math.min(count(cells, member.and(Cell::treated)), count(cells, member.and(cell -> !cell.treated())))
                >= FEWEST;
    }

    private static double count(List<Cell> cells, Predicate<Cell> member) {
        return cells.stream().filter(member).mapToLong(Cell::count).sum();
    }
}
