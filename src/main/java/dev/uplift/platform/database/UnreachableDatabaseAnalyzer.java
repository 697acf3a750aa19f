package dev.uplift.platform.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Explains an external database that does not answer or does not let us in. */
class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String REMEDY =
            "Check spring.datasource.url, spring.datasource.username and spring.datasource.password,"
                    + " or leave all three out: Uplift then starts a PostgreSQL of its own in uplift.home.";

    private final Environment environment;

    UnreachableDatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        var url = environment.getProperty("spring.datasource.url", "");
        var state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (url.isBlank() || !concernsConnecting(state)) {
            return null;
        }
        // Everything behind the question mark may be a credential.
        var address = url.replaceAll("\\?.*", "");
        return new FailureAnalysis(
                "The database at " + address + " cannot be used: " + cause.getMessage(), REMEDY, cause);
    }

    /** SQLSTATE classes 08 (connection), 28 (authorization), 3D (no such database), 42501 (privilege). */
    private static boolean concernsConnecting(String state) {
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D") || state.equals("42501");
    }
}
