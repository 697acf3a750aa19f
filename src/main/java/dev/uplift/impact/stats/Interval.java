package dev.uplift.impact.stats;

/** A range in points, or in the unit of what it belongs to; NaN where nothing can be said. */
public record Interval(double low, double high) {

    /** The same range cut at minus and plus the given limit, for display. */
    public Interval clipped(double limit) {
        return new Interval(Math.max(-limit, Math.min(limit, low)), Math.max(-limit, Math.min(limit, high)));
    }

    /** Whether the value lies within, ends included. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** Both ends divided by a number above 0. */
    Interval divided(double number) {
        return new Interval(low / number, high / number);
    }

    /** The same centre with another width: half the width times the factor on each side. */
    public Interval stretched(double factor) {
        return around((low + high) / 2, (high - low) / 2 * factor);
    }

    static Interval around(double centre, double halfWidth) {
        return new Interval(centre - halfWidth, centre + halfWidth);
    }
}
