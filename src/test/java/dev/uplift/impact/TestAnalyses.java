package dev.uplift.impact;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Kept looks for tests of other modules. */
public final class TestAnalyses {

    private TestAnalyses() {}

    /** The looks of a database. */
    public static Analyses in(JdbcClient jdbc) {
        return new Analyses(jdbc);
    }
}
