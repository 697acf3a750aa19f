package dev.uplift.impact.stats;

import java.util.function.DoublePredicate;

/** 95 % ranges for one score, in points; not clipped to the scale. */
final class Intervals {

    private static final int HALVINGS = 200;

    private Intervals() {}

    /** Wald: m ± z √(v / n). Too narrow for few answers, hence for comparison only. */
    static Interval wald(Classes classes) {
        return wald(Codes.of(classes));
    }

    /** Adjusted Wald (3, T): Wald on counts with 0.75 detractors, 1.5 passives and 0.75 promoters added. */
    static Interval adjustedWald(Classes classes) {
        return wald(Codes.adjusted(classes));
    }

    /**
     * Score interval (Tango 1998; "iterative" in Rocks 2016): all true scores t for which
     * (P - D - n t) / √(n (2q + t (1 - t))) lies within ± z, where q is the most likely share of detractors given t.
     */
    static Interval score(Classes classes) {
        var codes = Codes.of(classes);
        var low = edge(-1, codes.mean(), truth -> distance(codes, truth) > Normal.Z95);
        var high = edge(codes.mean(), 1, truth -> distance(codes, truth) >= -Normal.Z95);
        return new Interval(100 * low, 100 * high);
    }

    /** √((N - n) / (N - 1)): 1 for few of many, 0 where everybody answered. */
    static double finitePopulation(long population, long answered) {
        if (population < answered) {
            throw new IllegalArgumentException("%d of %d people answered".formatted(answered, population));
        }
        return population == 1 ? 0 : Math.sqrt((double) (population - answered) / (population - 1));
    }

    private static Interval wald(Codes codes) {
        return Interval.around(100 * codes.mean(), 100 * Normal.Z95 * Math.sqrt(codes.variationOfMean()));
    }

    private static double distance(Codes codes, double score) {
        var n = codes.answered();
        var a = 2 * n;
        var b = -codes.detractors() - codes.promoters() + (2 * n - codes.promoters() + codes.detractors()) * score;
        var c = -codes.detractors() * score * (1 - score);
        var q = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
        var gap = codes.promoters() - codes.detractors() - n * score;
        return gap == 0 ? 0 : gap / Math.sqrt(Math.max(0, n * (2 * q + score * (1 - score))));
    }

    /** The place between from and to at which the test turns from true to false. */
    private static double edge(double from, double to, DoublePredicate before) {
        var left = from;
        var right = to;
        for (var i = 0; i < HALVINGS; i++) {
            var middle = (left + right) / 2;
            if (before.test(middle)) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return (left + right) / 2;
    }
}
