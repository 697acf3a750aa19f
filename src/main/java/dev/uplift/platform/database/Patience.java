package dev.uplift.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Time for statements that are about many rows.
 *
 * <p>Whoever hears nothing from the database for the half minute of {@code socketTimeout} believes that the network has
 * forgotten the connection, and gives it up. A plan for millions is silent for longer.
 */
@Component
public class Patience {

    /** Beyond any plan, and short enough for sending to go on the same morning if the connection is gone after all. */
    private static final int MILLIS = Math.toIntExact(Duration.ofMinutes(15).toMillis());

    private final JdbcTemplate jdbc;

    /** Works within whichever transaction of this source is open. */
    public Patience(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits up to 15 minutes for each further statement of this transaction; the pool takes it back at its end. */
    public void have() {
        jdbc.execute((Connection connection) -> have(connection));
    }

    static boolean have(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, MILLIS);
        return true;
    }
}
