package dev.uplift.impact.insights;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Topics for tests of other packages. */
public final class TestTopics {

    private TestTopics() {}

    public static Topics in(JdbcClient jdbc) {
        return new Topics(jdbc);
    }
}
