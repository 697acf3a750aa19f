package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Answers of one segment, survey and channel in a week or month.
 *
 * @param segment empty for everybody
 * @param start first day of the week or month
 */
record Cell(String segment, String touchpoint, String survey, String channel, LocalDate start, Classes answers) {

    static Cell of(ResultSet row, int number) throws SQLException {
        return new Cell(
                row.getString("segment"),
                row.getString("touchpoint"),
                row.getString("survey_key"),
                row.getString("channel"),
                row.getObject("start", LocalDate.class),
                Scores.classes(row));
    }
}
