package dev.uplift.impact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The lot by which a desk's cases are drawn, as it stood when the first of them was.
 *
 * @param share of the cases that wait, 0 to 1
 * @param time how long they wait, and how long an answer counts in both arms
 * @param worth smallest effect worth having, in points or percentage points
 * @param since when the first case was drawn by it
 */
public record WaitingList(long id, String desk, double share, Duration time, int worth, Instant since) {

    static WaitingList of(ResultSet row, int number) throws SQLException {
        return new WaitingList(
                row.getLong("waiting_list_id"),
                row.getString("desk"),
                row.getDouble("share"),
                Duration.ofSeconds(row.getLong("wait_seconds")),
                row.getInt("worth"),
                row.getTimestamp("since").toInstant());
    }
}
