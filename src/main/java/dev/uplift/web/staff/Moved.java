package dev.uplift.web.staff;

import dev.uplift.impact.insights.Difference;
import org.jspecify.annotations.Nullable;

/** A difference in words, and whether its range lies on one side of zero. */
record Moved(String points, String range, boolean clear) {

    static @Nullable Moved of(@Nullable Difference difference, Wording wording) {
        if (difference == null) {
            return null;
        }
        var range = difference.effect().range().clipped(200);
        return new Moved(
                wording.difference(difference.points()),
                wording.differences(range.low(), range.high()),
                range.low() > 0 || range.high() < 0);
    }
}
