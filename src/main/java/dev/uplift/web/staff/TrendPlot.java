package dev.uplift.web.staff;

import dev.uplift.impact.insights.Benchmark;
import dev.uplift.impact.insights.Span;
import dev.uplift.impact.insights.Trend;
import dev.uplift.impact.insights.Trend.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where things of a trend stand, in percent of the width and of the height. */
record TrendPlot(Scale scale, List<Slice> slices) {

    private static final double LEFT = 6;
    private static final double WIDTH = 92;

    /** A dot without neighbours would have a band without width. */
    private static final double ALONE = .6;

    static TrendPlot of(Trend trend, List<Benchmark> levels) {
        var seen = trend.slices().stream()
                .filter(Slice::dotted)
                .flatMap(slice -> Stream.of(low(slice), high(slice), lower(slice), upper(slice)));
        var scores = Stream.concat(seen, levels.stream().map(Benchmark::score)).toList();
        return new TrendPlot(Scale.covering(scores), trend.slices());
    }

    double y(double score) {
        return 100 - scale.x(score);
    }

    double x(int index) {
        return LEFT + WIDTH * (index + .5) / slices.size();
    }

    /** A day's place between the middle of its week or month and those beside it. */
    double x(LocalDate day, Trend trend) {
        var index = IntStream.range(0, slices.size())
                .filter(at -> !slices.get(at).start().isAfter(day))
                .max()
                .orElse(0);
        var length =
                trend.unit() == Span.Unit.WEEK ? 7 : slices.get(index).start().lengthOfMonth();
        var share = (double) (day.toEpochDay() - slices.get(index).start().toEpochDay()) / length;
        return LEFT + WIDTH * (index + share) / slices.size();
    }

    List<String> lines() {
        return stretches().stream()
                .map(stretch -> line(stretch, TrendPlot::score))
                .toList();
    }

    /** Up along the upper ends, back along the lower ones. */
    List<String> bands() {
        return stretches().stream()
                .map(stretch -> {
                    var outline = new ArrayList<>(points(stretch, TrendPlot::low));
                    Collections.reverse(outline);
                    outline.addAll(0, points(stretch, TrendPlot::high));
                    return String.join(" ", outline);
                })
                .toList();
    }

    List<String> limits() {
        return stretches().stream()
                .flatMap(stretch -> Stream.of(line(stretch, TrendPlot::upper), line(stretch, TrendPlot::lower)))
                .toList();
    }

    /** Neighbours with dots; a line across a gap would claim what nobody measured. */
    private List<List<Integer>> stretches() {
        var stretches = new ArrayList<List<Integer>>();
        for (var index = 0; index < slices.size(); index++) {
            if (slices.get(index).dotted()) {
                if (index == 0 || !slices.get(index - 1).dotted()) {
                    stretches.add(new ArrayList<>());
                }
                stretches.get(stretches.size() - 1).add(index);
            }
        }
        return stretches;
    }

    private List<String> points(List<Integer> stretch, ToDoubleFunction<Slice> score) {
        return stretch.stream()
                .flatMap(index -> {
                    var y = y(score.applyAsDouble(slices.get(index)));
                    return stretch.size() == 1
                            ? Stream.of(point(x(index) - ALONE, y), point(x(index) + ALONE, y))
                            : Stream.of(point(x(index), y));
                })
                .toList();
    }

    private String line(List<Integer> stretch, ToDoubleFunction<Slice> score) {
        return String.join(" ", points(stretch, score));
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.2f,%.2f", x, y);
    }

    private static double score(Slice slice) {
        return slice.answers().score();
    }

    private static double low(Slice slice) {
        return slice.answers().range().clipped(100).low();
    }

    private static double high(Slice slice) {
        return slice.answers().range().clipped(100).high();
    }

    private static double lower(Slice slice) {
        return slice.limits().clipped(100).low();
    }

    private static double upper(Slice slice) {
        return slice.limits().clipped(100).high();
    }
}
