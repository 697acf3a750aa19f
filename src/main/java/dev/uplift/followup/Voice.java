package dev.uplift.followup;

import dev.uplift.platform.Metric;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What a customer said, as they left it last.
 *
 * @param survey key of the survey that was answered
 * @param metric whose scale the score is on
 * @param latest the score as the customer left it last; the case and all analysis keep the first
 * @param reasons those that were chosen, in the words of the survey
 * @param comment empty without one
 * @param callBack whether the customer asked to be called
 */
public record Voice(
        long invitation,
        String survey,
        Metric metric,
        int latest,
        List<String> reasons,
        String comment,
        boolean callBack) {

    static Voice of(ResultSet row, int number) throws SQLException {
        return new Voice(
                row.getLong("invitation_id"),
                row.getString("survey_key"),
                Metric.of(row.getString("metric")).orElseThrow(),
                row.getInt("latest_score"),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getString("comment"),
                row.getBoolean("call_back"));
    }
}
