package dev.uplift.impact.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BenchmarksTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final JdbcClient jdbc = TestDatabase.empty();
    private final Benchmarks benchmarks = new Benchmarks(jdbc);

    @Test
    void keepsEveryImportAndShowsTheNewestOfEachSourceAndMethod() {
        add("Prism", "2025-06-30", "panel", 12, 8.0, 16.0);
        add("Prism", "2026-06-30", "panel", 15, null, null);
        add("Prism", "2026-06-30", "panel", 14, 11.0, 17.0);
        add("Own survey", "2026-01-31", Benchmark.OURS, 9, null, null);

        assertThat(benchmarks.newest()).extracting(Benchmark::score).containsExactly(14.0, 9.0);
        assertThat(benchmarks.newest()).extracting(Benchmark::comparable).containsExactly(false, true);
    }

    @Test
    void takesTheSameTwiceWithoutHarm() {
        add("Prism", "2026-06-30", "panel", 15, null, null);
        add("Prism", "2026-06-30", "panel", 15, null, null);

        assertThat(jdbc.sql("select count(*) from impact.benchmark")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var input = new BenchmarkInput(" ", null, "csat", "panel", 0L, 101.0, 3.0, null);

        assertThatThrownBy(() -> benchmarks.add(input, NOW, "lena"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.where())
                                .containsExactly("source", "date", "metric", "n", "score", "low"));
        assertThat(benchmarks.newest()).isEmpty();
    }

    @Test
    void refusesARangeWithoutItsScore() {
        assertThatThrownBy(() -> add("Prism", "2026-06-30", "panel", 15, 16.0, 20.0))
                .isInstanceOf(InvalidInput.class);
    }

    private void add(
            String source, String date, String method, double score, @Nullable Double low, @Nullable Double high) {
        benchmarks.add(
                new BenchmarkInput(source, LocalDate.parse(date), "nps", method, 1200L, score, low, high), NOW, "lena");
    }
}
