package dev.uplift.delivery;

import dev.uplift.campaign.Campaigns;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stops a campaign that carriers take for spam, before our numbers lose their name. */
@Repository
class Filtered {

    /** More than 2 % of what was taken; two of the first ten may still be chance, so at least three. */
    private static final String TOO_MANY = """
            select count(*) filter (where s.reason = 'FILTERED') >= 3
               and count(*) filter (where s.reason = 'FILTERED') > 0.02 * count(*)
              from delivery.send s
             where s.run_id = :run
               and s.channel = 'sms'
               and s.state in ('ACCEPTED', 'DELIVERED', 'UNDELIVERED', 'COMPLAINED')""";

    private final JdbcClient jdbc;
    private final Campaigns campaigns;

    Filtered(JdbcClient jdbc, Campaigns campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    void stop(long run, String campaign, Instant now) {
        if (jdbc.sql(TOO_MANY).param("run", run).query(Boolean.class).single()) {
            campaigns.halt(campaign, "carriers filter more than 2 % of its SMS as spam", now);
        }
    }
}
