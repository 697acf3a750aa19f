package dev.uplift.impact.stats;

import java.util.List;

/**
 * The effect after what the earlier answers and the strata foretold is taken out. Without covariates each method gives
 * the plain difference with Welch's error, and so it does where nothing is left to explain. All throw
 * IllegalArgumentException where an arm has fewer than two people.
 *
 * @param effect in the outcome's unit, by lot
 * @param varianceRemoved share of the plain difference's variance that is gone, at most 1; below 0 where adjusting cost
 *     more than it gave
 */
public record Adjustment(Effect effect, double varianceRemoved) {

    /**
     * Regression with covariates and their interactions with the arm, HC2 errors (Lin 2013); the default. Its degrees of
     * freedom are those of Bell and McCaffrey (2002).
     */
    public static Adjustment lin(List<Cell> cells) {
        var plain = plain(cells);
        var regression = new Regression(cells, new Design(cells, true));
        return of(plain, regression, regression.satterthwaiteDegrees());
    }

    /** Regression with covariates alike in both arms, HC2 errors, people less coefficients as degrees of freedom. */
    static Adjustment ancova(List<Cell> cells) {
        var plain = plain(cells);
        var regression = new Regression(cells, new Design(cells, false));
        return of(plain, regression, regression.residualDegrees());
    }

    /**
     * CUPED (Deng et al. 2013): Welch on outcomes less θ times the earlier answer, θ = Cov / Var over both arms; strata
     * are not used.
     */
    static Adjustment cuped(List<Cell> cells) {
        var centre = Design.earlierMean(cells);
        var theta = theta(cells);
        var adjusted = cells.stream()
                .map(cell -> cell.withOutcome(cell.outcome() - theta * cell.earlierFrom(centre)))
                .toList();
        return of(plain(cells), plain(adjusted));
    }

    /** θ = Cov(Y, X) / Var(X) over both arms, an unknown X being its mean; 0 where the earlier answers do not vary. */
    static double theta(List<Cell> cells) {
        var centre = Design.earlierMean(cells);
        var mean = Moments.of(cells).mean();
        var together = 0.0;
        var squares = 0.0;
        for (var cell : cells) {
            var earlier = cell.earlierFrom(centre);
            together += cell.count() * earlier * (cell.outcome() - mean);
            squares += cell.count() * earlier * earlier;
        }
        return squares == 0 ? 0 : together / squares;
    }

    /** Welch without any adjustment. */
    static Effect plain(List<Cell> cells) {
        return Effect.welch(
                Moments.of(cells.stream().filter(Cell::treated).toList()),
                Moments.of(cells.stream().filter(cell -> !cell.treated()).toList()));
    }

    private static Adjustment of(Effect plain, Regression regression, double degreesOfFreedom) {
        var error = regression.standardError(Regression.Errors.HC2);
        return error == 0
                ? new Adjustment(plain, 0)
                : of(plain, new Effect(regression.effect(), error, degreesOfFreedom));
    }

    private static Adjustment of(Effect plain, Effect adjusted) {
        var ratio = adjusted.standardError() / plain.standardError();
        return new Adjustment(adjusted, plain.standardError() == 0 ? 0 : 1 - ratio * ratio);
    }
}
