package dev.uplift.consent;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Consents for tests of other modules. */
public final class TestConsents {

    private TestConsents() {}

    /** The consents of a database. */
    public static Consents in(JdbcClient jdbc) {
        return new Consents(jdbc);
    }
}
