package dev.uplift.web.staff;

import dev.uplift.impact.insights.Benchmark;
import dev.uplift.impact.insights.Insight;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of the insights.
 *
 * @param asOf when everything was counted last; null before the first time
 * @param awaited whether a renewal was asked for and is not done yet
 * @param repeated what a renewal comes back to
 * @param span the days looked at, in words
 * @param change null unless a comparison was asked for
 * @param benchmarks what others measured, the newest first
 */
record InsightsPage(
        @Nullable String asOf,
        boolean awaited,
        Map<String, String> repeated,
        Filters filters,
        String span,
        String kind,
        ScoreFigure score,
        TrendChart trend,
        @Nullable ChangeCard change,
        List<GroupRow> groups,
        List<ContactRow> contacts,
        List<BenchmarkRow> benchmarks) {

    static InsightsPage of(
            InsightsForm form,
            Insight insight,
            List<Benchmark> benchmarks,
            @Nullable String asOf,
            boolean awaited,
            Wording wording) {
        var span = form.span();
        var dates = new Dates(wording);
        return new InsightsPage(
                asOf,
                awaited,
                form.given(),
                Filters.of(form, insight, wording),
                dates.span(span),
                wording.text("staff.kind." + form.kind()),
                ScoreFigure.of(insight.scores(), wording),
                TrendChart.of(insight.trend(), insight.marks(), benchmarks, dates),
                insight.change() == null ? null : ChangeCard.of(insight.change(), form.start(form.comparison()), dates),
                GroupRow.all(insight.groups(), form, dates),
                ContactRow.all(insight.contacts(), wording),
                benchmarks.stream()
                        .map(benchmark -> BenchmarkRow.of(benchmark, wording))
                        .toList());
    }
}
