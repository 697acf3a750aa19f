package dev.uplift.delivery;

import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sends of a campaign whose outcome is unknown. */
@Repository
public class Unknowns {

    private static final String LIST = """
            select s.id, m.external_id, r.number as run, s.step, s.kind, s.channel, s.purpose, s.attempt, s.reason,
                   s.settled_at, s.settled_at <= :now::timestamptz - interval '72 hours' as decided,
                   q.finding, w.asked_by, w.asked_at, w.why
              from campaign.run r
              join delivery.send s on s.run_id = r.run_id
              join audience.member m on m.customer_id = s.customer_id
              left join delivery.inquiry q on q.send_id = s.id and q.attempt = s.attempt
              left join delivery.resend_request w on w.send_id = s.id and w.attempt = s.attempt
             where r.campaign_key = :campaign
               and s.state = 'UNKNOWN'
             order by s.settled_at, s.id
             limit 500""";

    private static final String COUNT = """
            select count(*)
              from campaign.run r
              join delivery.send s on s.run_id = r.run_id
             where r.campaign_key = :campaign
               and s.state = 'UNKNOWN'""";

    private static final String OWNS = """
            select count(*)
              from delivery.send s
              join campaign.run r on r.run_id = s.run_id
             where s.id = :send
               and r.campaign_key = :campaign""";

    private final JdbcClient jdbc;

    Unknowns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most 500 of them, oldest first. */
    public List<Unknown> of(String campaign, Instant now) {
        return jdbc.sql(LIST)
                .param("campaign", campaign)
                .param("now", Timestamp.from(now))
                .query(Unknown::from)
                .list();
    }

    /** How many there are, in all runs. */
    public long count(String campaign) {
        return jdbc.sql(COUNT).param("campaign", campaign).query(Long.class).single();
    }

    /** Whether the send, in whatever state, is one of this campaign. */
    public boolean owns(String campaign, SendId send) {
        return jdbc.sql(OWNS)
                        .param("campaign", campaign)
                        .param("send", send.value())
                        .query(Long.class)
                        .single()
                == 1;
    }
}
