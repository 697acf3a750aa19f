package dev.uplift.impact.stats;

import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Count, mean and variance of any metric: all that the comparison of two means needs.
 *
 * @param count people, at least 1
 * @param mean in the metric's unit
 * @param variance per person with 1/(n-1), in the squared unit; NaN for one person
 */
public record Moments(double count, double mean, double variance) {

    public Moments {
        if (!(count >= 1)) {
            throw new IllegalArgumentException("A mean needs at least one answer");
        }
    }

    /** The score: codes -100, 0 and +100, so the unit is points; throws IllegalArgumentException without answers. */
    public static Moments of(Classes classes) {
        double ends = classes.promoters() + classes.detractors();
        return ofSums((double) classes.answered(), 100.0 * (classes.promoters() - classes.detractors()), 1e4 * ends);
    }

    /** From count, Σ y and Σ y²; throws IllegalArgumentException without answers. */
    public static Moments ofSums(double count, double sum, double squares) {
        var mean = sum / count;
        return new Moments(count, mean, Math.max(0, squares - sum * mean) / (count - 1));
    }

    /** One value per person; throws IllegalArgumentException without values. */
    public static Moments of(double... values) {
        var mean = Arrays.stream(values).average().orElseThrow(() -> new IllegalArgumentException("No values"));
        var squares = Arrays.stream(values).map(y -> (y - mean) * (y - mean)).sum();
        return new Moments(values.length, mean, squares / (values.length - 1));
    }

    /** The outcomes of one arm; throws IllegalArgumentException without cells. */
    static Moments of(Collection<Cell> cells) {
        double count = cells.stream().mapToLong(Cell::count).sum();
        var mean = cells.stream().mapToDouble(c -> c.count() * c.outcome()).sum() / count;
        var squares = cells.stream()
                .mapToDouble(c -> c.count() * (c.outcome() - mean) * (c.outcome() - mean))
                .sum();
        return new Moments(count, mean, squares / (count - 1));
    }

    /** Variance of the mean: s² / n. */
    double variationOfMean() {
        return variance / count;
    }

    /** The t-interval of the mean at 1 - alpha, in the metric's unit: m ± t(n-1) √(s²/n); NaN for one person. */
    public Interval range(double alpha) {
        var t = TDistribution.of(Math.max(1, count - 1)).inverseSurvivalProbability(alpha / 2);
        return Interval.around(mean, t * Math.sqrt(variationOfMean()));
    }
}
