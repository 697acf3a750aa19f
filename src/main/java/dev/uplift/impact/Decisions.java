package dev.uplift.impact;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided because of a report: append-only, each with the look it was based on. */
@Repository
public class Decisions {

    private static final String ADD = """
            insert into impact.decision (campaign_key, analysis_id, text, by, at)
            values (:campaign,
                    (select max(a.id) from impact.analysis a join impact.plan p on p.run_id = a.run_id
                      where p.campaign_key = :campaign),
                    :text, :by, :at)""";

    private static final String LIST = """
            select d.text, d.by, d.at, a.code
              from impact.decision d
              left join impact.analysis a on a.id = d.analysis_id
             where d.campaign_key = :campaign
             order by d.at desc, d.id desc""";

    private static final int LONGEST = 2_000;

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something decided.
     *
     * @param verdict code of the verdict it was based on, or null before the first
     */
    public record Decision(
            String text, String by, Instant at, @Nullable String verdict) {}

    /** Writes a decision down; throws {@link InvalidInput} if the text is empty or longer than 2,000 characters. */
    public void add(String campaign, String text, String by, Instant now) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new InvalidInput(List.of(Problem.error(
                    "text",
                    "A decision has 1 to 2,000 characters, not " + text.strip().length() + ".",
                    "Say in a sentence what was decided.")));
        }
        jdbc.sql(ADD)
                .param("campaign", campaign)
                .param("text", text.strip())
                .param("by", by)
                .param("at", Timestamp.from(now))
                .update();
    }

    /** What was decided about a campaign, newest first. */
    public List<Decision> list(String campaign) {
        return jdbc.sql(LIST)
                .param("campaign", campaign)
                .query((row, number) -> new Decision(
                        row.getString("text"),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("code")))
                .list();
    }
}
