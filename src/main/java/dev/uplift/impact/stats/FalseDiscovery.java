package dev.uplift.impact.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Many tests at once (Benjamini and Hochberg 1995, JRSS B 57:289). */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * Adjusted p in the order given: min over j ≥ i of p(j) m / j. Calling all below q real makes at most a share of q
     * of these calls wrong on average.
     *
     * @param p two-sided, each 0 to 1
     */
    public static double[] adjusted(double... p) {
        var descending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .toList();
        var adjusted = new double[p.length];
        var least = 1.0;
        var rank = p.length;
        for (var i : descending) {
            least = Math.min(least, p[i] * p.length / rank--);
            adjusted[i] = least;
        }
        return adjusted;
    }
}
