package dev.uplift.platform;

import com.zaxxer.hikari.HikariDataSource;
import dev.uplift.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for all tests of a JVM; {@link #empty()} before each test gives it back without rows. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final HikariDataSource SOURCE = connect();

    private static final String EMPTY = """
            do $$
            declare names text;
            begin
                select string_agg(format('%I.%I', schemaname, tablename), ', ') into names
                  from pg_tables
                 where schemaname in ({schemas})
                   and (schemaname, tablename) not in (('consent', 'holiday'), ('consent', 'policy'), ('delivery', 'epoch'));
                execute 'truncate ' || names || ' restart identity cascade';
            end $$""";

    private static final String CONTENT =
            "'audience', 'consent', 'survey', 'campaign', 'delivery', 'impact', 'followup', 'outbox', 'alert', 'demo'";

    private TestDatabase() {}

    /** The migrated database, emptied. */
    public static JdbcClient empty() {
        var jdbc = JdbcClient.create(SOURCE);
        jdbc.sql(EMPTY.replace("{schemas}", "'identity', " + CONTENT)).update();
        return jdbc;
    }

    /** Empties the database of a running application, except for its accounts and API keys. */
    public static void emptyExceptAccounts(JdbcClient jdbc) {
        for (var attempt = 1; ; attempt++) {
            try {
                jdbc.sql(EMPTY.replace("{schemas}", CONTENT)).update();
                return;
            } catch (PessimisticLockingFailureException e) {
                // the application works on the same tables, and PostgreSQL chose us to give way
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }

    /** The pool behind {@link #empty()}. */
    public static DataSource source() {
        return SOURCE;
    }

    /** The server, for tests that start the whole application on it. */
    public static EmbeddedPostgres server() {
        return SERVER;
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.start(Files.createTempDirectory(Path.of("target"), "postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                SOURCE.close();
                server.close();
            }));
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HikariDataSource connect() {
        var source = new HikariDataSource();
        source.setJdbcUrl(SERVER.url());
        source.setUsername(SERVER.user());
        source.setPassword(SERVER.password());
        source.setMaximumPoolSize(8);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return source;
    }
}
