package dev.uplift.delivery;

import dev.uplift.platform.database.Patience;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Runs a statement that is about many rows, in a transaction of its own. */
@Component
class Bulk {

    /**
     * Right after an import PostgreSQL has no statistics and believes the audience to be a handful of people; the nested
     * loops it then chooses take minutes where hash joins take a second.
     */
    private static final String EXPECT_MANY = "set local enable_nestloop = off; set local work_mem = '128MB'";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Patience patience;

    Bulk(JdbcClient jdbc, TransactionOperations transaction, Patience patience) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.patience = patience;
    }

    <T> T run(Supplier<T> statement) {
        var result = transaction.execute(status -> {
            patience.have();
            jdbc.sql(EXPECT_MANY).update();
            return statement.get();
        });
        return Objects.requireNonNull(result, "A bulk statement gives a result");
    }
}
