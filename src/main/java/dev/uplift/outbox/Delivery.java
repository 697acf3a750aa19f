package dev.uplift.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that one endpoint is told.
 *
 * @param key the same on every try
 * @param endpoint its name in the settings
 * @param event what happened, e.g. {@code answer-confirmed}
 * @param at when it happened
 * @param tries how often it was tried
 * @param reason what came back last; empty before the first try
 */
public record Delivery(
        long id, UUID key, String endpoint, String event, long source, Instant at, int tries, String reason) {

    static final String COLUMNS = "d.id, d.key, d.endpoint, d.event, d.source, d.at, d.tries, d.reason";

    static Delivery of(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getString("endpoint"),
                row.getString("event"),
                row.getLong("source"),
                row.getTimestamp("at").toInstant(),
                row.getInt("tries"),
                row.getString("reason"));
    }
}
