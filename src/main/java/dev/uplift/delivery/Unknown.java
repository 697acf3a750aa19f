package dev.uplift.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A send that nobody can tell whether it arrived.
 *
 * @param since when that was found out
 * @param decided whether the time for evidence is over, 72 hours after; it stays unknown unless a person settles it
 * @param finding what asking the provider came to, e.g. {@code NOT_THERE}; null if it was not asked
 * @param askedBy who wants it sent again; null if nobody does
 */
public record Unknown(
        UUID send,
        String customer,
        int run,
        int step,
        String kind,
        String channel,
        String purpose,
        int attempt,
        @Nullable String reason,
        Instant since,
        boolean decided,
        @Nullable String finding,
        @Nullable String askedBy,
        @Nullable Instant askedAt,
        @Nullable String why) {

    static Unknown from(ResultSet row, int number) throws SQLException {
        return new Unknown(
                row.getObject("id", UUID.class),
                row.getString("external_id"),
                row.getInt("run"),
                row.getInt("step"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("purpose"),
                row.getInt("attempt"),
                row.getString("reason"),
                row.getTimestamp("settled_at").toInstant(),
                row.getBoolean("decided"),
                row.getString("finding"),
                row.getString("asked_by"),
                Optional.ofNullable(row.getTimestamp("asked_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                row.getString("why"));
    }
}
