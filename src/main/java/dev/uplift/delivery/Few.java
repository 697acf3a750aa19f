package dev.uplift.delivery;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Runs statements that are about a few rows of large tables, in a transaction of their own. */
@Component
class Few {

    /**
     * A queue fills and empties faster than PostgreSQL counts it, so by its statistics it would read whole tables for
     * thirty rows; and to plan anew for each group would take longer than to run.
     */
    private static final String BY_INDEX = """
            set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off;
            set local enable_bitmapscan = off;
            set local plan_cache_mode = force_generic_plan""";

    /** For what may be lost in a crash of the database, since nothing has left the house. */
    private static final String CARELESS = BY_INDEX + "; set local synchronous_commit = off";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    Few(JdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    <T> T run(Supplier<T> statements) {
        return run(BY_INDEX, statements);
    }

    <T> T runCarelessly(Supplier<T> statements) {
        return run(CARELESS, statements);
    }

    private <T> T run(String settings, Supplier<T> statements) {
        var result = transaction.execute(status -> {
            jdbc.execute(settings);
            return statements.get();
        });
        return Objects.requireNonNull(result, "Statements about a few rows give a result");
    }
}
