package dev.uplift.delivery;

import java.util.List;

/**
 * How much may be sent of something.
 *
 * @param key what is limited, the same on all nodes
 * @param perSecond most sends in any second, or 0 for no limit
 * @param daily most sends on the first, second, … day; no limit after the last
 */
record Limit(String key, double perSecond, List<Integer> daily) {

    /** Whether any of them is about seconds. */
    static boolean paced(List<Limit> limits) {
        return limits.stream().anyMatch(limit -> limit.perSecond() > 0);
    }

    /** The same without its limits of days. */
    Limit anyDay() {
        return new Limit(key, perSecond, List.of());
    }
}
