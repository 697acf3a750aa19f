package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.SendId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose question went out when; a reminder repeats the question of its invitation. */
@Repository
public class Asked {

    private static final String LAST_AT = """
            select max(s.exposed_at)
              from delivery.send i
              join delivery.send s on s.customer_id = i.customer_id and s.run_id = i.run_id and s.of_step = i.step
             where i.id = :invitation
               and s.kind <> 'message'""";

    private static final String BY_SMS = """
            select i.id
              from delivery.send s
              join delivery.send i on i.customer_id = s.customer_id and i.run_id = s.run_id and i.step = s.of_step
             where s.customer_id = any (:customers)
               and s.kind <> 'message' and s.channel = 'sms' and not s.ghost
               and s.exposed_at > :since
             group by i.id
             order by max(s.exposed_at) desc, i.id desc
             limit 20""";

    private final JdbcClient jdbc;

    /** Reads the ledger of this database. */
    public Asked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the question of this invitation last left for the customer; empty while it is not known to have left. */
    public Optional<Instant> lastAt(SendId invitation) {
        return jdbc.sql(LAST_AT)
                .param("invitation", invitation.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Invitations whose question went to these customers by SMS after an instant, the last one first. */
    public List<SendId> bySms(Collection<CustomerId> customers, Instant since) {
        return jdbc.sql(BY_SMS)
                .param("customers", customers.stream().map(CustomerId::value).toArray(Long[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new SendId(row.getObject("id", UUID.class)))
                .list();
    }
}
