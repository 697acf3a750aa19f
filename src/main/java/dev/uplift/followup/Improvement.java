package dev.uplift.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to change so that customers need not complain again.
 *
 * @param desk key of the desk whose cases showed it, or null
 * @param rootCause key of the desk's root cause, or null
 * @param owner department that answers for it; empty while nobody does
 * @param campaign key of the campaign that is to show the effect, or null
 * @param begunAt when work on it first began, or null before
 * @param cases how many cases showed it
 */
public record Improvement(
        long id,
        String title,
        @Nullable String desk,
        @Nullable String rootCause,
        String owner,
        State state,
        @Nullable LocalDate due,
        @Nullable String campaign,
        String proposedBy,
        Instant proposedAt,
        @Nullable Instant begunAt,
        long cases) {

    /** Where an improvement stands. */
    public enum State {
        PROPOSED,
        DOING,
        DONE,
        DROPPED;

        /** What may be decided next. */
        public Set<State> next() {
            return switch (this) {
                case PROPOSED -> Set.of(DOING, DROPPED);
                case DOING -> Set.of(DONE, DROPPED);
                case DONE, DROPPED -> Set.of(DOING);
            };
        }
    }

    static Improvement of(ResultSet row, int number) throws SQLException {
        var begun = row.getTimestamp("begun_at");
        return new Improvement(
                row.getLong("id"),
                row.getString("title"),
                row.getString("desk"),
                row.getString("root_cause"),
                row.getString("owner"),
                State.valueOf(row.getString("state")),
                row.getObject("due", LocalDate.class),
                row.getString("campaign_key"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                begun == null ? null : begun.toInstant(),
                row.getLong("cases"));
    }
}
