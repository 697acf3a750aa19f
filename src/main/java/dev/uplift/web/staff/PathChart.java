package dev.uplift.web.staff;

import dev.uplift.impact.stats.Interval;
import dev.uplift.strategy.KeyResult;
import dev.uplift.strategy.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way from the start to the target and the range now, in percent of the width and of the height.
 *
 * @param label the same in words
 * @param ways heights at the start from which a line leads to the target; two if the beginning was measured, none if
 *     nobody knows it
 * @param began the score at the start in words; empty if nobody knows it
 */
record PathChart(
        String label,
        List<Double> ways,
        String began,
        String from,
        double today,
        double score,
        double low,
        double high,
        double goal) {

    private static final double LEFT = 15;
    private static final double WIDTH = 70;

    static PathChart of(Standing standing, LocalDate day, Wording wording) {
        var keyResult = standing.keyResult();
        var range = standing.now().range().clipped(100);
        var began = began(standing);
        var scale = Scale.covering(
                Stream.concat(began.stream(), Stream.of(range.low(), range.high(), (double) keyResult.target()))
                        .toList());
        return new PathChart(
                label(standing, range, wording),
                began.stream().map(score -> y(scale, score)).toList(),
                began.isEmpty() ? "" : wording.score(middle(began)),
                wording.date(keyResult.start()),
                x(keyResult, day),
                y(scale, standing.now().score()),
                y(scale, range.low()),
                y(scale, range.high()),
                y(scale, keyResult.target()));
    }

    /** Height of the label of the beginning. */
    double start() {
        return middle(ways);
    }

    private static List<Double> began(Standing standing) {
        var from = standing.from();
        return standing.begun() ? Stream.of(from.low(), from.high()).distinct().toList() : List.of();
    }

    private static double middle(List<Double> ends) {
        return ends.stream().mapToDouble(Double::doubleValue).average().orElse(50);
    }

    private static String label(Standing standing, Interval range, Wording wording) {
        var keyResult = standing.keyResult();
        var began = began(standing);
        return wording.text(
                "staff.goals.chart",
                began.isEmpty() ? ScoreFigure.UNKNOWN : wording.score(middle(began)),
                wording.date(keyResult.start()),
                wording.score(keyResult.target()),
                wording.date(keyResult.by()),
                wording.scores(range.low(), range.high()));
    }

    private static double y(Scale scale, double score) {
        return 100 - scale.x(score);
    }

    private static double x(KeyResult keyResult, LocalDate day) {
        var all = (double) ChronoUnit.DAYS.between(keyResult.start(), keyResult.by());
        var gone = ChronoUnit.DAYS.between(keyResult.start(), day) / all;
        return LEFT + WIDTH * Math.max(0, Math.min(1, gone));
    }
}
