package dev.uplift.survey;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts who was asked and who answered. */
record Turnouts(JdbcClient jdbc) {

    private static final String COUNT = """
            select survey_key, sum(invited) as invited, sum(answered) as answered
              from (select survey_key, count(*) as invited, 0 as answered
                      from survey.invitation
                     where created_at > :since
                     group by survey_key
                     union all
                    select survey_key, 0, count(*)
                      from survey.counted
                     where at > :since
                     group by survey_key) counted
             group by survey_key""";

    Map<String, Turnout> since(Instant since) {
        var turnouts = new HashMap<String, Turnout>();
        jdbc.sql(COUNT)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(row -> {
                    turnouts.put(
                            row.getString("survey_key"), new Turnout(row.getLong("invited"), row.getLong("answered")));
                });
        return turnouts;
    }
}
