package dev.uplift.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.uplift.platform.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PatienceTests {

    private final HikariDataSource pool = pool();
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    private final Patience patience = new Patience(jdbc);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void waitsForWhoeverAskedForIt() {
        transaction.executeWithoutResult(status -> {
            patience.have();
            sleep();
        });
        assertThat(jdbc.queryForObject("select 1", Integer.class)).isOne();
    }

    @Test
    void endsWithTheTransaction() {
        transaction.executeWithoutResult(status -> patience.have());
        assertThatThrownBy(this::sleep).hasRootCauseMessage("Read timed out");
    }

    private void sleep() {
        jdbc.query("select pg_sleep(1.5)", row -> {});
    }

    private static HikariDataSource pool() {
        var server = TestDatabase.server();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(1);
        pool.addDataSourceProperty("socketTimeout", "1");
        return pool;
    }
}
