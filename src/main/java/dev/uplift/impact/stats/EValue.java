package dev.uplift.impact.stats;

/**
 * How strong something unseen would have to be, as a ratio of risks with both contact and outcome, to explain a
 * difference away (VanderWeele and Ding 2017, Annals of Internal Medicine 167:268).
 */
public final class EValue {

    private EValue() {}

    /**
     * RR + √(RR (RR - 1)) with RR = e^(.91 |Δ| / s), at least 1.
     *
     * @param points the difference
     * @param deviation between people in the same unit, above 0
     */
    public static double of(double points, double deviation) {
        var ratio = Math.exp(.91 * Math.abs(points) / deviation);
        return ratio + Math.sqrt(ratio * (ratio - 1));
    }

    /** The same for the end of the range nearest to no effect; 1 where the range holds it. */
    public static double of(Interval range, double deviation) {
        return range.low() <= 0 && range.high() >= 0
                ? 1
                : of(Math.min(Math.abs(range.low()), Math.abs(range.high())), deviation);
    }
}
