package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scores of the arms and their difference on one axis.
 *
 * @param metric its name
 * @param unit what the difference is counted in
 * @param shares what the bars of answers show
 * @param difference null where the report allows none
 * @param goalX where the goal stands, in percent of the width, or null without one
 * @param legend what the marks mean and how the difference came about
 */
record Forest(
        String metric,
        String unit,
        String shares,
        List<Row> scores,
        @Nullable Row difference,
        List<Scale.Tick> ticks,
        @Nullable Double goalX,
        String legend) {

    /** A row of the chart; the mark is null while there is no score. */
    record Row(ForestRow text, ForestRow.@Nullable Mark mark) {}

    /** Null while nobody's score may be seen. */
    static @Nullable Forest of(Report report, Proof proof, Wording wording) {
        var scores = scores(report, proof, wording);
        if (!proof.scored() || scores.stream().allMatch(row -> row.score() == null)) {
            return null;
        }
        var difference = difference(report, proof, wording);
        var target = report.plan().target();
        var scale = scale(scores, difference, target);
        return new Forest(
                wording.metricName(),
                wording.unit(),
                AnswerClass.heading(wording),
                scores.stream().map(row -> new Row(row, row.on(scale))).toList(),
                difference == null ? null : new Row(difference, difference.on(scale)),
                scale.ticks(wording),
                target == null ? null : scale.x(target),
                legend(report, proof, wording));
    }

    /** What was before stands beside a score only where there is nothing better to compare it with. */
    private static List<ForestRow> scores(Report report, Proof proof, Wording wording) {
        var rows = new ArrayList<ForestRow>();
        if (report.naive() != null && proof == Proof.ALONE) {
            rows.add(ForestRow.before(report.naive().before(), wording));
        }
        NamedArm.of(report, wording).forEach(arm -> rows.add(ForestRow.of(arm, wording)));
        return List.copyOf(rows);
    }

    private static @Nullable ForestRow difference(Report report, Proof proof, Wording wording) {
        if (proof == Proof.BOUNDS && report.bounds() != null) {
            return ForestRow.of(report.bounds(), wording);
        }
        return proof == Proof.EFFECT && report.difference() != null ? ForestRow.of(report.difference(), wording) : null;
    }

    private static Scale scale(List<ForestRow> scores, @Nullable ForestRow difference, @Nullable Integer target) {
        var rows = difference == null ? scores.stream() : Stream.concat(scores.stream(), Stream.of(difference));
        var goal = target == null ? Stream.<Double>empty() : Stream.of(target.doubleValue());
        return Scale.covering(
                Stream.concat(rows.flatMap(ForestRow::scores), goal).toList());
    }

    private static String legend(Report report, Proof proof, Wording wording) {
        var target = report.plan().target();
        var goal = target == null ? "" : wording.text("staff.score.legend.goal", wording.score(target));
        return Stream.of(goal, wording.text("staff.score.legend"), ofDifference(report, proof, wording))
                .filter(sentence -> !sentence.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String ofDifference(Report report, Proof proof, Wording wording) {
        if (proof == Proof.BOUNDS) {
            return wording.text("staff.score.legend.bounds");
        }
        if (proof != Proof.EFFECT) {
            return "";
        }
        var difference = Objects.requireNonNull(report.difference());
        var look = report.look().last() ? "staff.score.legend.last" : "staff.score.legend.running";
        return wording.text(look, wording.percent(difference.confidence())) + " "
                + wording.text("staff.score.estimator." + difference.estimator());
    }
}
