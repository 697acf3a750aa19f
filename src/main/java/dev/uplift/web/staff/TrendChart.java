package dev.uplift.web.staff;

import dev.uplift.impact.insights.Benchmark;
import dev.uplift.impact.insights.Mark;
import dev.uplift.impact.insights.Trend;
import dev.uplift.impact.insights.Trend.Signal;
import dev.uplift.impact.insights.Trend.Slice;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The score over time. Places are percent of the width from the left and of the height from the top.
 *
 * @param unit {@code week} or {@code month}
 * @param rows one per week or month, drawn or not
 * @param lines the course of the score, one per unbroken stretch, as points {@code x,y x,y}
 * @param bands the 95 % ranges of the same stretches as outlines
 * @param limits the upper and the lower limits of the same stretches
 * @param mean height of the mean; null without answers
 * @param said what leaves the limits, in sentences
 * @param marks campaigns that began
 */
record TrendChart(
        String unit,
        List<Row> rows,
        List<String> lines,
        List<String> bands,
        List<String> limits,
        @Nullable Double mean,
        String meanWords,
        List<Scale.Tick> ticks,
        List<String> said,
        List<Start> marks,
        List<Level> levels) {

    private static final int MOST_LEVELS = 2;
    private static final int MOST_LABELS = 14;

    /**
     * A week or a month.
     *
     * @param y height of its dot; null without one
     * @param label under the chart; empty where there is no room
     * @param signal whether it leaves the limits
     */
    record Row(
            double x,
            @Nullable Double y,
            String label,
            String name,
            String answers,
            String score,
            String range,
            String limits,
            boolean signal,
            boolean few) {}

    /** A run that began. */
    record Start(double x, int number, String campaign, int run, String day) {}

    /** A benchmark as a line. */
    record Level(double y, String name, String score, boolean comparable) {}

    static TrendChart of(Trend trend, List<Mark> marks, List<Benchmark> benchmarks, Dates dates) {
        var levels = benchmarks.stream().limit(MOST_LEVELS).toList();
        var plot = TrendPlot.of(trend, levels);
        var wording = dates.wording();
        return new TrendChart(
                trend.unit().name().toLowerCase(Locale.ROOT),
                IntStream.range(0, trend.slices().size())
                        .mapToObj(index -> row(trend, index, plot, dates))
                        .toList(),
                plot.lines(),
                plot.bands(),
                plot.limits(),
                Double.isNaN(trend.mean()) ? null : plot.y(trend.mean()),
                Double.isNaN(trend.mean()) ? "" : wording.score(trend.mean()),
                plot.scale().ticks(wording),
                said(trend, dates),
                starts(trend, marks, plot, wording),
                levels.stream()
                        .map(it ->
                                new Level(plot.y(it.score()), it.source(), wording.score(it.score()), it.comparable()))
                        .toList());
    }

    private static Row row(Trend trend, int index, TrendPlot plot, Dates dates) {
        var slice = trend.slices().get(index);
        var every = (trend.slices().size() + MOST_LABELS - 1) / MOST_LABELS;
        var wording = dates.wording();
        return new Row(
                plot.x(index),
                slice.dotted() ? plot.y(slice.answers().score()) : null,
                index % every == 0 ? dates.brief(slice.start(), trend.unit()) : "",
                dates.slice(slice.start(), trend.unit()),
                wording.count(slice.answers().answered()),
                ScoreFigure.score(slice.answers(), wording),
                ScoreFigure.range(slice.answers(), wording),
                limits(slice, wording),
                slice.signal() != Signal.NONE,
                !slice.dotted());
    }

    private static String limits(Slice slice, Wording wording) {
        if (!slice.dotted()) {
            return "";
        }
        var limits = slice.limits().clipped(100);
        return wording.scores(limits.low(), limits.high());
    }

    /** A sentence per signal; else that there is none, or nothing to see yet. */
    private static List<String> said(Trend trend, Dates dates) {
        var wording = dates.wording();
        if (trend.slices().stream().filter(Slice::dotted).count() < 2) {
            return List.of(wording.text("staff.trend.few"));
        }
        var signals = trend.slices().stream()
                .filter(slice -> slice.signal() != Signal.NONE)
                .map(slice -> wording.text(
                        "staff.trend." + slice.signal().name(),
                        dates.slice(slice.start(), trend.unit()),
                        wording.score(slice.answers().score()),
                        limits(slice, wording)))
                .toList();
        return signals.isEmpty() ? List.of(wording.text("staff.trend.quiet." + trend.unit())) : signals;
    }

    private static List<Start> starts(Trend trend, List<Mark> marks, TrendPlot plot, Wording wording) {
        var inOrder = Stream.iterate(marks.size() - 1, index -> index >= 0, index -> index - 1)
                .map(marks::get)
                .toList();
        return IntStream.range(0, inOrder.size())
                .mapToObj(index -> {
                    var mark = inOrder.get(index);
                    return new Start(
                            plot.x(mark.day(), trend),
                            index + 1,
                            mark.campaign(),
                            mark.number(),
                            wording.date(mark.day()));
                })
                .toList();
    }
}
