package dev.uplift.impact.insights;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Benchmarks for tests of other modules. */
public final class TestBenchmarks {

    private TestBenchmarks() {}

    /** The benchmarks of a database. */
    public static Benchmarks in(JdbcClient jdbc) {
        return new Benchmarks(jdbc);
    }
}
