package dev.uplift.followup;

import dev.uplift.delivery.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * What an agent is writing to a customer and has not sent yet; there is one for each case and channel.
 *
 * @param channel {@code email} or {@code sms}
 * @param template from which it began
 * @param subject empty for SMS
 * @param key makes a second click on the same draft the same message
 */
public record Draft(
        long caseId, String channel, String template, String subject, String text, UUID key, Instant savedAt) {

    Written written() {
        return new Written(subject, text);
    }

    static Draft of(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("case_id"),
                row.getString("channel"),
                row.getString("template"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("key", UUID.class),
                row.getTimestamp("saved_at").toInstant());
    }
}
