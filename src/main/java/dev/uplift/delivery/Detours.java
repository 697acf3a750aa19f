package dev.uplift.delivery;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Campaigns;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sends what can provably not reach a customer on one channel over the next one that the campaign names. */
@Repository
class Detours {

    private static final String DETOUR = Sql.file("detour.sql");

    private static final String SENT = """
            select s.run_id, s.template, r.campaign_key
              from delivery.send s
              join campaign.run r on r.run_id = s.run_id
             where s.id = :send""";

    private record Sent(long runId, String template, String campaignKey) {}

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final StepsJson steps;

    Detours(JdbcClient jdbc, Campaigns campaigns, StepsJson steps) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.steps = steps;
    }

    /** Puts a send whose address is bad back into the queue for another channel; nothing if there is none, or it went on. */
    void take(SendId send, int attempt, Instant now) {
        var sent = jdbc.sql(SENT).param("send", send.value()).query(Sent.class).single();
        jdbc.sql(DETOUR)
                .param("send", send.value())
                .param("attempt", attempt)
                .param("channels", channels(sent).toArray(String[]::new))
                .param("written", steps.written(sent.template).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional()
                .ifPresent(run -> campaigns.reopen(new RunId(run), now));
    }

    private List<String> channels(Sent sent) {
        return campaigns.runs(sent.campaignKey).stream()
                .filter(run -> run.id().value() == sent.runId)
                .findFirst()
                .map(campaigns::of)
                .map(Campaign::channels)
                .orElseThrow();
    }
}
