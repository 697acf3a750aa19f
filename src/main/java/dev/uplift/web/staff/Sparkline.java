package dev.uplift.web.staff;

import dev.uplift.impact.insights.Trend;
import dev.uplift.impact.insights.Trend.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The course of a score, small enough for a row of a table. Places are percent of the width and of the height.
 *
 * @param lines one per unbroken stretch, as points {@code x,y x,y}
 * @param dots weeks or months with enough answers
 * @param words the same for those who do not see it
 */
record Sparkline(List<String> lines, List<Dot> dots, String words) {

    /** A week or a month. */
    record Dot(double x, double y) {}

    /** One axis for all rows, so that their heights can be compared. */
    static Scale scale(List<Trend> trends) {
        return Scale.covering(trends.stream()
                .flatMap(trend -> trend.slices().stream())
                .filter(Slice::dotted)
                .map(slice -> slice.answers().score())
                .toList());
    }

    /** Null with fewer than two dots. */
    static @Nullable Sparkline of(Trend trend, Scale scale, Dates dates) {
        var plot = new TrendPlot(scale, trend.slices());
        var dots = IntStream.range(0, trend.slices().size())
                .filter(index -> trend.slices().get(index).dotted())
                .mapToObj(index -> new Dot(
                        plot.x(index),
                        plot.y(trend.slices().get(index).answers().score())))
                .toList();
        return dots.size() < 2 ? null : new Sparkline(plot.lines(), dots, words(trend, dates));
    }

    private static String words(Trend trend, Dates dates) {
        var seen = trend.slices().stream().filter(Slice::dotted).toList();
        var order = Comparator.comparingDouble((Slice slice) -> slice.answers().score());
        var wording = dates.wording();
        return wording.text(
                "staff.groups.course",
                point(seen.get(0), trend, dates),
                point(seen.get(seen.size() - 1), trend, dates),
                wording.score(seen.stream().min(order).orElseThrow().answers().score()),
                wording.score(seen.stream().max(order).orElseThrow().answers().score()));
    }

    private static String point(Slice slice, Trend trend, Dates dates) {
        return dates.wording().score(slice.answers().score()) + " (" + dates.brief(slice.start(), trend.unit()) + ")";
    }
}
