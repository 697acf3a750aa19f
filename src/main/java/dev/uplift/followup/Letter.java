package dev.uplift.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that an agent sent to the customer of a case.
 *
 * @param channel {@code email} or {@code sms}
 * @param subject empty for SMS
 * @param goesAt until then it can be taken back
 * @param state of the ledger
 * @param reason why it did not go, or null
 * @param settledAt when it came to this state, or null while it is on its way
 * @param seen the state that the case knows of, or null
 */
public record Letter(
        UUID send,
        long caseId,
        String agent,
        String channel,
        String template,
        String subject,
        String text,
        Instant goesAt,
        String state,
        @Nullable String reason,
        @Nullable Instant settledAt,
        @Nullable String seen) {

    /** What a timeline tells of it: the subject on a line of its own, then the text. */
    String words() {
        return subject.isEmpty() ? text : subject + "\n\n" + text;
    }

    /** Whether a provider has taken it. */
    boolean accepted() {
        return accepted(state);
    }

    /** Whether the case knows that already. */
    boolean knownToBeAccepted() {
        return seen != null && accepted(seen);
    }

    private static boolean accepted(String state) {
        return state.equals("ACCEPTED") || state.equals("DELIVERED");
    }

    static Letter of(ResultSet row, int number) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        return new Letter(
                row.getObject("send_id", UUID.class),
                row.getLong("case_id"),
                row.getString("agent"),
                row.getString("channel"),
                row.getString("template"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("goes_at").toInstant(),
                row.getString("state"),
                row.getString("reason"),
                settled == null ? null : settled.toInstant(),
                row.getString("seen"));
    }
}
