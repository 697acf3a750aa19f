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
 * @param text what was written or noted, or the reason or score of an event that has one; may be empty
 * @param outcome of an end, else null
 * @param rootCause of an end, or null
 */
public record CaseEvent(
        Instant at,
        String actor,
        What what,
        @Nullable String channel,
        @Nullable Boolean reached,
        String text,
        @Nullable Outcome outcome,
        @Nullable String rootCause) {

    /** The kinds of events. */
    public enum What {
        OPENED,
        TAKEN,
        HANDED_OVER,
        SNOOZED,
        BACK,
        ESCALATED,
        CONTACT,
        /** A message to the customer did not arrive; the text is the reason. */
        REFUSED,
        REPLY,
        NOTE,
        MERGED,
        CLOSED,
        REOPENED,
        /** The customer was asked again. */
        ASKED,
        /** The customer could not be asked again; the text is the reason. */
        NOT_ASKED,
        /** The customer answered again; the text is the score. */
        ANSWERED
    }

    static CaseEvent of(What what, String actor, String text, Instant at) {
        return of(what, actor, null, text, at);
    }

    static CaseEvent of(What what, String actor, @Nullable String channel, String text, Instant at) {
        return new CaseEvent(at, actor, what, channel, null, text, null, null);
    }

    static CaseEvent of(Touch touch, String actor, Instant at) {
        return new CaseEvent(at, actor, What.CONTACT, touch.channel(), touch.reached(), touch.text(), null, null);
    }

    static CaseEvent of(Case.Ending ending, String actor, String note) {
        return new CaseEvent(ending.at(), actor, What.CLOSED, null, null, note, ending.outcome(), ending.rootCause());
    }

    static CaseEvent of(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new CaseEvent(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                What.valueOf(row.getString("what")),
                row.getString("channel"),
                row.getObject("reached", Boolean.class),
                row.getString("text"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("root_cause"));
    }
}
