package dev.uplift.platform;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with something a person gave us.
 *
 * @param severity whether it stops the work or is only worth knowing
 * @param where the file, field or template it is in
 * @param line 1-based line, or null where lines make no sense
 * @param column 1-based column, or null where columns make no sense
 * @param what what is wrong, in plain words
 * @param remedy what would be right
 */
public record Problem(
        Severity severity,
        String where,
        @Nullable Integer line,
        @Nullable Integer column,
        String what,
        String remedy) {

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** An error without a position. */
    public static Problem error(String where, String what, String remedy) {
        return new Problem(Severity.ERROR, where, null, null, what, remedy);
    }

    /** A warning without a position. */
    public static Problem warning(String where, String what, String remedy) {
        return new Problem(Severity.WARNING, where, null, null, what, remedy);
    }

    /** One line for logs and consoles: where, what is wrong, what would be right. */
    @Override
    public String toString() {
        var position = line == null ? "" : ":" + line + (column == null ? "" : ":" + column);
        return where + position + ": " + what + " " + remedy;
    }
}
