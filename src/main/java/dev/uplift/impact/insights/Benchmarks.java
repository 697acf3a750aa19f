package dev.uplift.impact.insights;

import dev.uplift.platform.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The benchmarks, append-only. */
@Repository
public class Benchmarks {

    private static final String ADD = """
            insert into impact.benchmark (source, date, metric, method, n, score, low, high, imported_at, imported_by)
            values (:source, :date, :metric, :method, :n, :score, :low, :high, :now, :by)
                on conflict do nothing""";

    /** A later import of the same date is a correction. */
    private static final String NEWEST = """
            select *
              from (select distinct on (source, metric, method)
                           source, date, metric, method, n, score, low, high, imported_at, imported_by
                      from impact.benchmark
                     order by source, metric, method, date desc, id desc) newest
             order by date desc, source, method
             limit 20""";

    private final JdbcClient jdbc;

    Benchmarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a benchmark; the same one a second time changes nothing. Throws {@link InvalidInput} if it makes no sense. */
    public Benchmark add(BenchmarkInput input, Instant now, String by) {
        var benchmark = input.checked(now, by);
        jdbc.sql(ADD)
                .param("source", benchmark.source())
                .param("date", benchmark.date())
                .param("metric", benchmark.metric())
                .param("method", benchmark.method())
                .param("n", benchmark.n())
                .param("score", benchmark.score())
                .param("low", benchmark.low())
                .param("high", benchmark.high())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        return benchmark;
    }

    /** The newest of each source and method, at most 20. */
    public List<Benchmark> newest() {
        return jdbc.sql(NEWEST).query(Benchmarks::read).list();
    }

    private static Benchmark read(ResultSet row, int number) throws SQLException {
        return new Benchmark(
                row.getString("source"),
                row.getObject("date", LocalDate.class),
                row.getString("metric"),
                row.getString("method"),
                row.getLong("n"),
                row.getDouble("score"),
                row.getObject("low", Double.class),
                row.getObject("high", Double.class),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                row.getString("imported_by"));
    }
}
