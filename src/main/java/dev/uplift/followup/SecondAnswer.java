package dev.uplift.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking the customer of a case again.
 *
 * @param survey key of the survey
 * @param askedAt when the question went out, or null
 * @param refused why it did not, or null
 * @param score on the survey's scale, or null while there is no answer
 */
public record SecondAnswer(
        String survey,
        @Nullable Instant askedAt,
        @Nullable String refused,
        @Nullable Integer score,
        @Nullable Instant answeredAt) {

    static SecondAnswer of(ResultSet row, int number) throws SQLException {
        return new SecondAnswer(
                row.getString("survey"),
                instant(row, "asked_at"),
                row.getString("refused"),
                row.getObject("score", Integer.class),
                instant(row, "answered_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
