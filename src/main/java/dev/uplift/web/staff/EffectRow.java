package dev.uplift.web.staff;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Outcome;
import dev.uplift.impact.Report.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A difference of both arms in words.
 *
 * @param treated what it is in the campaign: a share or a number of answers; empty for a method
 * @param holdOut the same in the hold-out
 * @param estimate the difference; a dash while there are too few answers
 * @param range its 95 % range
 * @param shrunk drawn towards the mean of all groups; empty where there is none
 * @param p two-sided; that of all rows together where there are several
 */
record EffectRow(String name, String treated, String holdOut, String estimate, String range, String shrunk, String p) {

    private static final String UNKNOWN = "\u2013";

    static EffectRow of(Outcome outcome, Wording wording) {
        var difference = outcome.difference();
        return new EffectRow(
                wording.word("staff.outcome.", outcome.name()),
                value(outcome, outcome.treated(), wording),
                value(outcome, outcome.holdOut(), wording),
                wording.tenths(difference.points()),
                wording.tenths(difference.low(), difference.high()),
                "",
                probability(outcome.adjustedP(), wording));
    }

    static EffectRow of(Segment segment, Wording wording) {
        var effect = segment.effect();
        return new EffectRow(
                name(segment, wording),
                count(segment.treated(), wording),
                count(segment.holdOut(), wording),
                effect == null ? UNKNOWN : wording.difference(effect.points()),
                effect == null ? wording.text(why(segment)) : wording.differences(effect.low(), effect.high()),
                segment.shrunk() == null ? "" : wording.difference(segment.shrunk()),
                probability(segment.adjustedP(), wording));
    }

    static EffectRow of(Estimate estimate, Wording wording) {
        return new EffectRow(
                wording.word("staff.estimate.", estimate.name()),
                "",
                "",
                wording.tenths(estimate.points()),
                wording.tenths(estimate.low(), estimate.high()),
                "",
                probability(estimate.p(), wording));
    }

    private static String value(Outcome outcome, double value, Wording wording) {
        return switch (outcome.unit()) {
            case SHARE -> wording.share(value);
            case POINTS -> wording.tenths(value);
            case ANSWER -> wording.mean(value);
        };
    }

    private static String name(Segment segment, Wording wording) {
        return segment.by().equals("channel")
                ? wording.word("staff.channel.", segment.name())
                : wording.word("staff.segments.value.", segment.name());
    }

    private static String count(@Nullable Long answers, Wording wording) {
        return answers == null ? UNKNOWN : wording.count(answers);
    }

    /** Why no effect is shown. */
    private static String why(Segment segment) {
        return segment.treated() == null ? "staff.segments.hidden" : "staff.segments.few";
    }

    private static String probability(@Nullable Double p, Wording wording) {
        return p == null ? "" : wording.probability(p).replace("= ", "");
    }
}
