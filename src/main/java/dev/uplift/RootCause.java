package dev.uplift;

import java.sql.SQLException;

/** What went wrong in the end, without what was under way: that may hold customers' data. */
final class RootCause {

    private RootCause() {}

    /** Its kind and its words; of a database only the first line, since the rest quotes values. */
    static String of(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var words = String.valueOf(cause.getMessage());
        var first = cause instanceof SQLException ? words.lines().findFirst().orElse("") : words;
        return cause.getClass().getSimpleName() + ": " + first;
    }
}
