package dev.uplift.survey.answers;

import dev.uplift.platform.Metric;
import dev.uplift.survey.Given;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is read: the score that was confirmed first, everything else as the customer left it last.
 *
 * @param invitation number of the invitation that was answered
 * @param touchpoint the moment it is about; the survey's key once its file is gone
 * @param reasons those that were chosen, in the words that were shown
 * @param latest the score as the customer left it last
 * @param given answers to further questions by the key of the question: keys of options, or one text
 * @param comment empty without one
 * @param language of the page on which it was written
 * @param tags keys of what it is about
 * @param campaign key of the campaign that asked; empty for none
 * @param callBack whether the customer asked to be called
 * @param amended whether the customer changed something later
 * @param customer who said it, or null where that may not be told
 */
public record AnswerRow(
        long invitation,
        Instant at,
        String survey,
        String touchpoint,
        Metric metric,
        int score,
        int latest,
        List<String> reasons,
        Map<String, List<String>> given,
        String comment,
        String language,
        List<String> tags,
        String campaign,
        boolean callBack,
        boolean amended,
        @Nullable Person customer) {

    /**
     * Who said it.
     *
     * @param externalId key in the home system
     * @param name empty where no name is known
     */
    public record Person(String externalId, String name) {}

    /** Where the list goes on after this one. */
    public Place place() {
        return new Place(at, invitation);
    }

    static AnswerRow of(ResultSet row, String touchpoint, boolean named) throws SQLException {
        return new AnswerRow(
                row.getLong("invitation_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("survey_key"),
                touchpoint,
                Metric.of(row.getString("metric")).orElseThrow(),
                row.getInt("score"),
                row.getInt("latest_score"),
                texts(row, "reasons"),
                Given.read(row.getString("given")),
                text(row, "comment"),
                row.getString("language"),
                texts(row, "tags"),
                text(row, "campaign_key"),
                row.getBoolean("call_back"),
                row.getBoolean("amended"),
                named ? customer(row) : null);
    }

    private static @Nullable Person customer(ResultSet row) throws SQLException {
        var externalId = row.getString("external_id");
        return externalId == null ? null : new Person(externalId, text(row, "name"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
