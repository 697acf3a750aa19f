package dev.uplift.impact.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Least squares of outcomes on a design, exactly as if each cell were as many equal rows as it has people. Leverages and
 * errors are those of a single person.
 */
final class Regression {

    /** How the error of the effect is found: with one variance for all, or robust (MacKinnon and White 1985). */
    enum Errors {
        CLASSIC,
        HC2,
        HC3
    }

    /** A person who alone decides a coefficient has no residual, and so nothing to say about the error. */
    private static final double ALONE = 1e-9;

    private static final double ROUNDING = 1e-9;

    private static final int TREATED = 1;

    private final List<Cell> cells;
    private final double[] coefficients;
    private final double[] residuals;
    private final double[][] scores;
    private final double[] direction;

    /** Throws IllegalArgumentException unless both arms hold people. */
    Regression(List<Cell> cells, Design design) {
        this.cells = cells;
        var rows = cells.stream().map(design::row).toArray(double[][]::new);
        var triangle = decompose(cells, rows);
        if (!triangle.kept().contains(TREATED)) {
            throw new IllegalArgumentException("Both arms need people to be compared");
        }
        coefficients = triangle.solution();
        residuals = new double[rows.length];
        scores = new double[rows.length][];
        var scale = cells.stream()
                .mapToDouble(cell -> Math.abs(cell.outcome()))
                .max()
                .orElse(0);
        for (var i = 0; i < rows.length; i++) {
            var row = rows[i];
            var kept =
                    triangle.kept().stream().mapToDouble(column -> row[column]).toArray();
            residuals[i] = cleared(cells.get(i).outcome() - dot(kept, coefficients), scale);
            scores[i] = triangle.forward(kept);
        }
        var unit = new double[coefficients.length];
        unit[TREATED] = 1;
        direction = triangle.forward(unit);
    }

    /** The coefficient of the arm, in the outcome's unit. */
    double effect() {
        return coefficients[TREATED];
    }

    /** The coefficient of the kept column of this number; 2 is the first covariate. */
    double coefficient(int kept) {
        return coefficients[kept];
    }

    /** Standard error of the effect, in the outcome's unit. */
    double standardError(Errors errors) {
        return Math.sqrt(errors == Errors.CLASSIC ? classic() : robust(errors == Errors.HC2 ? 1 : 2));
    }

    /** People less coefficients. */
    double residualDegrees() {
        return cells.stream().mapToLong(Cell::count).sum() - coefficients.length;
    }

    /**
     * Degrees of freedom of the HC2 error where each arm has its own regression (Bell and McCaffrey 2002; Imbens and
     * Kolesár 2016) with one residual variance per arm; without covariates those of Welch.
     */
    double satterthwaiteDegrees() {
        var expected = 0.0;
        var spread = 0.0;
        for (var arm : new boolean[] {true, false}) {
            var people = IntStream.range(0, scores.length)
                    .filter(i -> cells.get(i).treated() == arm && residualShare(i) > ALONE)
                    .toArray();
            var variance = armVariance(people);
            expected += variance
                    * Arrays.stream(people).mapToDouble(this::pullSquared).sum();
            spread += variance * variance * squaredTrace(people);
        }
        return expected * expected / spread;
    }

    private double armVariance(int[] people) {
        var count = Arrays.stream(people).mapToDouble(i -> cells.get(i).count()).sum();
        return Arrays.stream(people)
                        .mapToDouble(i -> squaredResidual(i) / residualShare(i))
                        .sum()
                / count;
    }

    /** Σij bi bj (I - H)ij² with b = a² / (1 - h), by the Frobenius norm of Σ bi zi zi'. */
    private double squaredTrace(int[] people) {
        var sum = new double[direction.length][direction.length];
        var trace = 0.0;
        for (var i : people) {
            var count = cells.get(i).count();
            var own = pullSquared(i) / count / residualShare(i);
            for (var row = 0; row < direction.length; row++) {
                for (var column = 0; column < direction.length; column++) {
                    sum[row][column] += count * own * scores[i][row] * scores[i][column];
                }
            }
            trace += count * own * own * (2 * residualShare(i) - 1);
        }
        return trace + Arrays.stream(sum).mapToDouble(row -> dot(row, row)).sum();
    }

    private double classic() {
        var squares = IntStream.range(0, scores.length)
                .mapToDouble(this::squaredResidual)
                .sum();
        return squares / residualDegrees() * dot(direction, direction);
    }

    private double robust(int power) {
        return IntStream.range(0, scores.length)
                .filter(i -> residualShare(i) > ALONE)
                .mapToDouble(i -> pullSquared(i) * residuals[i] * residuals[i] / Math.pow(residualShare(i), power))
                .sum();
    }

    /** How strongly the outcomes of a cell's people move the effect, squared and summed over them. */
    private double pullSquared(int i) {
        var pull = dot(scores[i], direction);
        return cells.get(i).count() * pull * pull;
    }

    private double squaredResidual(int i) {
        return cells.get(i).count() * residuals[i] * residuals[i];
    }

    /** 1 - h: one less the leverage of one person. */
    private double residualShare(int i) {
        return 1 - dot(scores[i], scores[i]);
    }

    private static Householder decompose(List<Cell> cells, double[][] rows) {
        var weights = cells.stream()
                .mapToDouble(cell -> Math.sqrt((double) cell.count()))
                .toArray();
        var columns = new double[rows[0].length][rows.length];
        var outcomes = new double[rows.length];
        for (var i = 0; i < rows.length; i++) {
            outcomes[i] = weights[i] * cells.get(i).outcome();
            for (var column = 0; column < columns.length; column++) {
                columns[column][i] = weights[i] * rows[i][column];
            }
        }
        return new Householder(columns, outcomes);
    }

    /** What rounding leaves of nothing is nothing. */
    private static double cleared(double residual, double scale) {
        return Math.abs(residual) <= ROUNDING * scale ? 0 : residual;
    }

    private static double dot(double[] left, double[] right) {
        var sum = 0.0;
        for (var i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
