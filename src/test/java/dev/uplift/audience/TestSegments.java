package dev.uplift.audience;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Segments for the tests of other modules. */
public final class TestSegments {

    private TestSegments() {}

    /** The segments of a database. */
    public static Segments in(JdbcClient jdbc) {
        return new Segments(jdbc);
    }
}
