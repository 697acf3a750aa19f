package dev.uplift.delivery;

import dev.uplift.campaign.Campaigns;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.platform.SqlFile;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sends what can provably not reach a customer on one channel over the next one that the campaign names. */
@Repository
class Detours {

    private static final String DETOUR = SqlFile.of("delivery/detour.sql");

    private static final String SENT = """
            select s.template, r.campaign_key, r.version
              from delivery.send s
              join campaign.run r on r.run_id = s.run_id
             where s.id = :send
               and s.run_id <> 0""";

    private record Sent(String template, String campaignKey, int version) {}

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final StepsJson steps;

    Detours(JdbcClient jdbc, Campaigns campaigns, StepsJson steps) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.steps = steps;
    }

    /** Puts a send whose address is bad back into the queue for another channel; nothing if there is none, it went on, or it is of no campaign. */
    void take(SendId send, int attempt, Instant now) {
        jdbc.sql(SENT)
                .param("send", send.value())
                .query(Sent.class)
                .optional()
                .ifPresent(sent -> take(send, sent, attempt, now));
    }

    private void take(SendId send, Sent sent, int attempt, Instant now) {
        var campaign = campaigns.of(sent.campaignKey, sent.version);
        jdbc.sql(DETOUR)
                .param("send", send.value())
                .param("attempt", attempt)
                .param("channels", campaign.channels().toArray(String[]::new))
                .param("written", steps.written(sent.template).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional()
                .ifPresent(run -> campaigns.reopen(new RunId(run), now));
    }
}
