package dev.uplift.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case.
 *
 * @param actor log-in name, {@code uplift} or {@code customer}
 * @param channel how the customer was contacted or answered, or null
 * @param reached of a call or a visit whether the customer was there, else null
 * @param text what was written or noted; may be empty
 */
public record CaseEvent(
        Instant at,
        String actor,
        What what,
        @Nullable String channel,
        @Nullable Boolean reached,
        String text) {

    /** The kinds of events. */
    public enum What {
        OPENED,
        TAKEN,
        HANDED_OVER,
        SNOOZED,
        BACK,
        ESCALATED,
        CONTACT,
        REPLY,
        NOTE,
        MERGED,
        CLOSED,
        REOPENED
    }

    static CaseEvent of(What what, String actor, String text, Instant at) {
        return new CaseEvent(at, actor, what, null, null, text);
    }

    static CaseEvent of(Touch touch, String actor, Instant at) {
        return new CaseEvent(at, actor, What.CONTACT, touch.channel(), touch.reached(), touch.text());
    }

    static CaseEvent of(ResultSet row, int number) throws SQLException {
        return new CaseEvent(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                What.valueOf(row.getString("what")),
                row.getString("channel"),
                row.getObject("reached", Boolean.class),
                row.getString("text"));
    }
}
