package dev.uplift.web.staff;

import dev.uplift.impact.insights.Benchmark;

/**
 * What somebody else measured.
 *
 * @param range empty if not published
 * @param comparable whether it was measured as we measure
 */
record BenchmarkRow(
        String source, String date, String method, String answers, String score, String range, boolean comparable) {

    static BenchmarkRow of(Benchmark benchmark, Wording wording) {
        var low = benchmark.low();
        var high = benchmark.high();
        return new BenchmarkRow(
                benchmark.source(),
                wording.date(benchmark.date()),
                benchmark.method(),
                wording.count(benchmark.n()),
                wording.score(benchmark.score()),
                low == null || high == null ? "" : wording.scores(low, high),
                benchmark.comparable());
    }
}
