package dev.uplift.impact.insights;

import dev.uplift.platform.TestSecrets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counted answers for tests of other modules. */
public final class TestInsights {

    private TestInsights() {}

    /** The insights of a database. */
    public static Insights in(JdbcClient jdbc) {
        return new Insights(new Tallies(jdbc), TestSecrets.settingsOfTheDefaultCompany());
    }
}
