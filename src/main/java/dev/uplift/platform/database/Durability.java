package dev.uplift.platform.database;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses a database that may forget a commit: a send that is recorded, done and then forgotten would be done again.
 *
 * <p>Source: PostgreSQL manual, "Write Ahead Log" and "Non-Durable Settings".
 */
@Component
class Durability implements InitializingBean {

    private static final String OFF = """
            select string_agg(name || '=' || setting, ', ' order by name)
              from pg_settings
             where name in ('fsync', 'full_page_writes', 'synchronous_commit')
               and setting = 'off'""";

    private final JdbcClient jdbc;

    Durability(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql(OFF).query(String.class).optional().ifPresent(settings -> {
            throw new CannotStart(
                    "The database runs with " + settings + ", so it may forget a send after a crash and the customer"
                            + " would get it twice.",
                    "Turn the setting on in postgresql.conf and reload PostgreSQL, or use another server.");
        });
    }
}
