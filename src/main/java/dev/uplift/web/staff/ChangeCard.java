package dev.uplift.web.staff;

import dev.uplift.impact.insights.Change;
import dev.uplift.impact.insights.Mark;
import dev.uplift.impact.insights.Span;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.MixShift;
import org.jspecify.annotations.Nullable;

/**
 * How far the score has moved from one span to another.
 *
 * @param start the run that parts them; null if they are parted by the calendar
 * @param difference now minus before; null if either has too few answers
 * @param mix how much of it comes from who answered, in a sentence; null if that cannot be told
 */
record ChangeCard(
        @Nullable Start start,
        Side now,
        Side before,
        @Nullable Moved difference,
        @Nullable String mix) {

    /** The campaign that began between both spans. */
    record Start(String campaign, String words) {

        static @Nullable Start of(@Nullable Mark start, Wording wording) {
            return start == null
                    ? null
                    : new Start(
                            start.campaign(),
                            wording.text("staff.change.began", start.campaign(), wording.date(start.day())));
        }
    }

    /** The score of one span. */
    record Side(String span, String score, String range, String answers) {

        static Side of(Span span, Classes answers, Dates dates) {
            return new Side(
                    dates.span(span),
                    ScoreFigure.score(answers, dates.wording()),
                    ScoreFigure.range(answers, dates.wording()),
                    dates.wording().count(answers.answered()));
        }
    }

    static ChangeCard of(Change change, @Nullable Mark start, Dates dates) {
        var wording = dates.wording();
        return new ChangeCard(
                Start.of(start, wording),
                Side.of(change.spans().later(), change.later(), dates),
                Side.of(change.spans().earlier(), change.earlier(), dates),
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
