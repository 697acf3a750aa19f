package dev.uplift.demo.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the simulation has left behind in the engine. */
@Repository
class Facts {

    private static final String STATES = """
            select state, count(*) as sends
              from delivery.ledger
             group by state
             order by count(*) desc, state""";

    private static final String ANSWERS = """
            select count(*)
              from survey.response""";

    private static final String ASSIGNED = """
            select m.external_id
              from delivery.drawn d
              join campaign.run r on r.run_id = d.run_id
              join audience.member m on m.customer_id = d.customer_id
             where r.campaign_key = :campaign""";

    private static final String CASES = """
            select state, count(*) as cases
              from followup.followed
             group by state
             order by count(*) desc, state""";

    private final JdbcClient jdbc;

    Facts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sends by state, the most frequent first. */
    Map<String, Long> sends() {
        var states = new LinkedHashMap<String, Long>();
        jdbc.sql(STATES)
                .query((row, number) -> Map.entry(row.getString("state"), row.getLong("sends")))
                .list()
                .forEach(state -> states.put(state.getKey(), state.getValue()));
        return states;
    }

    /** Cases by state, the most frequent first. */
    Map<String, Long> cases() {
        var states = new LinkedHashMap<String, Long>();
        jdbc.sql(CASES).query(row -> {
            states.put(row.getString("state"), row.getLong("cases"));
        });
        return states;
    }

    long answers() {
        return jdbc.sql(ANSWERS).query(Long.class).single();
    }

    /** The keys of all customers of the campaign, both arms. */
    List<String> assigned(String campaign) {
        return jdbc.sql(ASSIGNED)
                .param("campaign", campaign)
                .query(String.class)
                .list();
    }
}
