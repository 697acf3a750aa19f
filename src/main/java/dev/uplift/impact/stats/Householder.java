package dev.uplift.impact.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * A QR decomposition by Householder reflections that leaves out columns which are empty or follow from earlier ones
 * (Golub and Van Loan 2013, section 5.2).
 */
final class Householder {

    /** A column counts as following from earlier ones when this little of its length is left. */
    private static final double NOTHING = 1e-9;

    private final double[][] columns;
    private final double[] right;
    private final List<Integer> kept = new ArrayList<>();

    /** Decomposes the columns, earlier ones first; both arguments are overwritten. */
    Householder(double[][] columns, double[] right) {
        this.columns = columns;
        this.right = right;
        for (var column = 0; column < columns.length && kept.size() < right.length; column++) {
            reduce(column, norm(columns[column], 0));
        }
    }

    /** The columns that were not left out, in their order. */
    List<Integer> kept() {
        return kept;
    }

    /** R b = Q'y solved for b, by kept column. */
    double[] solution() {
        var solution = new double[kept.size()];
        for (var row = kept.size() - 1; row >= 0; row--) {
            var rest = right[row];
            for (var column = row + 1; column < kept.size(); column++) {
                rest -= upper(row, column) * solution[column];
            }
            solution[row] = rest / upper(row, row);
        }
        return solution;
    }

    /** R'z = x solved for z: a row of Q where x is the row of the kept columns. */
    double[] forward(double[] x) {
        var z = new double[kept.size()];
        for (var row = 0; row < z.length; row++) {
            var rest = x[row];
            for (var column = 0; column < row; column++) {
                rest -= upper(column, row) * z[column];
            }
            z[row] = rest / upper(row, row);
        }
        return z;
    }

    private double upper(int row, int column) {
        return columns[kept.get(column)][row];
    }

    private void reduce(int column, double length) {
        var top = kept.size();
        var mirror = columns[column].clone();
        var left = norm(mirror, top);
        if (left <= NOTHING * length) {
            return;
        }
        mirror[top] += Math.copySign(left, mirror[top]);
        var square = norm(mirror, top) * norm(mirror, top);
        for (var other = column; other < columns.length; other++) {
            reflect(columns[other], mirror, top, square);
        }
        reflect(right, mirror, top, square);
        kept.add(column);
    }

    private static void reflect(double[] vector, double[] mirror, int top, double square) {
        var dot = 0.0;
        for (var row = top; row < vector.length; row++) {
            dot += mirror[row] * vector[row];
        }
        for (var row = top; row < vector.length; row++) {
            vector[row] -= 2 * dot / square * mirror[row];
        }
    }

    private static double norm(double[] vector, int top) {
        var sum = 0.0;
        for (var row = top; row < vector.length; row++) {
            sum += vector[row] * vector[row];
        }
        return Math.sqrt(sum);
    }
}
