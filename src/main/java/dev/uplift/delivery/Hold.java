package dev.uplift.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing is sent at all.
 *
 * @param note what a person gave as reason; null when Uplift itself holds
 * @param by who holds; {@code uplift} for Uplift itself
 */
public record Hold(Reason reason, @Nullable String note, Instant since, String by) {

    /** What speaks for a database that was put back to an earlier time, or that a person wants it so. */
    public enum Reason {
        RESTORED("the database has another place than when it was sent with last, as after a restored backup"),
        OLDER("the database is older than the one this installation sent with last, as after a restored backup"),
        OTHER_DATABASE("this installation sent with another database last, or its file epoch is damaged"),
        COPIED("the folder uplift.home was copied, as after a restored backup"),
        PERSON("an administrator wants it so");

        private final String explanation;

        Reason(String explanation) {
            this.explanation = explanation;
        }

        /** In one English sentence, for logs and programs. */
        public String explanation() {
            return explanation;
        }
    }

    static Hold from(ResultSet row, int number) throws SQLException {
        return new Hold(
                Reason.valueOf(row.getString("reason")),
                row.getString("note"),
                row.getTimestamp("since").toInstant(),
                row.getString("held_by"));
    }
}
