package dev.uplift.strategy;

import dev.uplift.impact.stats.Interval;
import java.util.Locale;

/** What may be said of a key result, from the worst to the best; only a whole range decides, never a point. */
public enum State {
    /** The whole range lies below the path. */
    OFF_TRACK,
    /** The range holds both, or there are too few answers. */
    UNCLEAR,
    /** The whole range lies on the path or above. */
    ON_TRACK,
    /** The whole range lies on the target or above. */
    REACHED;

    /**
     * The one state for what was measured; unclear if the range is not a number.
     *
     * @param range 95 % range of the score now, in points
     * @param path where the score has to be now, in points; a range if its beginning was measured
     * @param target in points
     */
    static State of(Interval range, Interval path, double target) {
        if (range.low() >= target) {
            return REACHED;
        }
        if (range.low() >= path.high()) {
            return ON_TRACK;
        }
        return range.high() < path.low() ? OFF_TRACK : UNCLEAR;
    }

    /** The word in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
