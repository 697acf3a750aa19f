package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Answers of one segment, survey and channel in one of two spans.
 *
 * @param segment empty for everybody
 * @param earlier whether they belong to the span that is compared with
 */
record Cell(String segment, String touchpoint, String survey, String channel, boolean earlier, Classes answers) {

    static Cell of(ResultSet row, int number) throws SQLException {
        return new Cell(
                row.getString("segment"),
                row.getString("touchpoint"),
                row.getString("survey_key"),
                row.getString("channel"),
                row.getBoolean("earlier"),
                Scores.classes(row));
    }
}
