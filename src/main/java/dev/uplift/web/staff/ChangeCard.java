package dev.uplift.web.staff;

import dev.uplift.impact.insights.Change;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.MixShift;
import org.jspecify.annotations.Nullable;

/**
 * How far the score has moved since an earlier span.
 *
 * @param difference now minus before; null if either has too few answers
 * @param mix how much of it comes from who answered, in a sentence; null if that cannot be told
 */
record ChangeCard(
        String before,
        String score,
        String range,
        String answers,
        String now,
        @Nullable Moved difference,
        @Nullable String mix) {

    static ChangeCard of(Change change, Classes now, Dates dates) {
        var wording = dates.wording();
        return new ChangeCard(
                dates.span(change.before()),
                ScoreFigure.score(change.earlier(), wording),
                ScoreFigure.range(change.earlier(), wording),
                wording.count(change.earlier().answered()),
                ScoreFigure.score(now, wording),
                Moved.of(change.difference(), wording),
                change.mix() == null ? null : words(change.mix(), wording));
    }

    /** A part is only said to be one of the whole where both have one direction. */
    private static String words(MixShift shift, Wording wording) {
        var whole = shift.within() + shift.mix();
        var isPart = shift.mix() * shift.within() >= 0 && Math.round(Math.abs(whole)) >= 1;
        return isPart
                ? wording.text(
                        "staff.change.mix",
                        wording.count(Math.round(Math.abs(shift.mix()))),
                        wording.count(Math.round(Math.abs(whole))))
                : wording.text(
                        "staff.change.parts", wording.difference(shift.within()), wording.difference(shift.mix()));
    }
}
