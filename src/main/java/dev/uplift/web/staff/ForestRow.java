package dev.uplift.web.staff;

import dev.uplift.impact.Report.Difference;
import dev.uplift.impact.Report.Range;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One score of the comparison, in words and as a mark with whiskers.
 *
 * @param kind {@code before}, {@code treated}, {@code hold-out} or {@code difference}; colour and shape of the mark
 * @param estimate the score in words, or a dash
 * @param range its 95 % range in words; empty when unknown
 * @param answers how the answers fall, or null
 */
record ForestRow(
        String kind,
        String name,
        String note,
        String estimate,
        String range,
        @Nullable Bar answers,
        @Nullable Double score,
        @Nullable Double low,
        @Nullable Double high) {

    private static final String UNKNOWN = "\u2013";

    static ForestRow before(double score, Wording wording) {
        return new ForestRow(
                "before",
                wording.text("staff.score.before"),
                wording.text("staff.score.before.note"),
                wording.score(score),
                "",
                null,
                score,
                null,
                null);
    }

    /** The score of a group; while it is unknown, only how many have answered. */
    static ForestRow of(NamedArm group, Wording wording) {
        var arm = group.numbers();
        var note = wording.text("staff.score.answers." + group.kind(), wording.count(arm.answered()));
        var score = arm.score();
        if (score == null) {
            return new ForestRow(group.kind(), group.name(), note, UNKNOWN, "", null, null, null, null);
        }
        var counts = AnswerClass.counts(arm);
        var answers = counts == null ? null : Bar.ofAnswers(counts, wording);
        var range = arm.low() == null || arm.high() == null ? "" : wording.scores(arm.low(), arm.high());
        return new ForestRow(
                group.kind(), group.name(), note, wording.score(score), range, answers, score, arm.low(), arm.high());
    }

    /** Where the difference may lie, without a point. */
    static ForestRow of(Range bounds, Wording wording) {
        return new ForestRow(
                "difference",
                wording.text("staff.score.difference"),
                wording.text("staff.score.difference.bounds"),
                UNKNOWN,
                wording.differences(bounds.low(), bounds.high()),
                null,
                null,
                bounds.low(),
                bounds.high());
    }

    static ForestRow of(Difference difference, Wording wording) {
        var zeroInside = difference.low() <= 0 && difference.high() >= 0;
        return new ForestRow(
                "difference",
                wording.text("staff.score.difference"),
                wording.text(zeroInside ? "staff.score.difference.open" : "staff.score.difference.clear"),
                wording.difference(difference.points()),
                wording.differences(difference.low(), difference.high()),
                null,
                difference.points(),
                difference.low(),
                difference.high());
    }

    Stream<Double> scores() {
        return Stream.of(score, low, high).filter(Objects::nonNull);
    }

    /** The mark on an axis, or null while there is no score. */
    @Nullable
    Mark on(Scale scale) {
        return scores().findAny().isEmpty() ? null : new Mark(at(scale, score), at(scale, low), at(scale, high));
    }

    private static @Nullable Double at(Scale scale, @Nullable Double bound) {
        return bound == null ? null : scale.x(bound);
    }

    /** Where a score and the ends of its range stand, in percent of the width. */
    record Mark(
            @Nullable Double x,
            @Nullable Double low,
            @Nullable Double high) {}
}
