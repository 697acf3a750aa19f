package dev.uplift.web.staff;

import dev.uplift.impact.insights.Change;
import dev.uplift.impact.stats.Classes;
import org.jspecify.annotations.Nullable;

/**
 * How far the score has moved since an earlier span.
 *
 * @param difference now minus before; null if either has too few answers
 */
record ChangeCard(
        String before,
        String score,
        String range,
        String answers,
        String now,
        @Nullable Moved difference) {

    static ChangeCard of(Change change, Classes now, Dates dates) {
        var wording = dates.wording();
        return new ChangeCard(
                dates.span(change.before()),
                ScoreFigure.score(change.earlier(), wording),
                ScoreFigure.range(change.earlier(), wording),
                wording.count(change.earlier().answered()),
                ScoreFigure.score(now, wording),
                Moved.of(change.difference(), wording));
    }
}
