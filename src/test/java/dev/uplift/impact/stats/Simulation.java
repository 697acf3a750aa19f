package dev.uplift.impact.stats;

import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Repeated chance; seeded, so the same each time. */
final class Simulation {

    private static final long SEED = 20251122;

    private Simulation() {}

    static double share(int runs, Predicate<SplittableRandom> seen) {
        var random = new SplittableRandom(SEED);
        return (double) IntStream.range(0, runs)
                        .filter(run -> seen.test(random))
                        .count()
                / runs;
    }

    /** Three standard errors of a simulated share of 5 %. */
    static double noise(int runs) {
        return 3 * Math.sqrt(.05 * .95 / runs);
    }
}
