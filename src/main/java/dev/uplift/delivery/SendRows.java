package dev.uplift.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single rows of the ledger, for "why did, or didn't, this customer get it?". */
@Repository
class SendRows {

    private static final String ROWS = """
            select *
              from (
            select *
              from (select s.id, m.external_id, r.number as run, s.step, s.arm, s.kind, s.channel, s.variant, s.state,
                           s.reason, s.not_before, s.settled_at, s.attempt, t.provider,
                           coalesce(t.provider_id, (
                               select max(e.provider_id)
                                 from delivery.receipt e
                                where e.send_id = s.id and e.attempt = s.attempt)) as provider_id, t.reply
                      from campaign.run r
                      join delivery.send s on s.run_id = r.run_id
                      join audience.member m on m.customer_id = s.customer_id
                      left join delivery.attempt t on t.send_id = s.id and t.attempt = s.attempt
                     where r.campaign_key = :campaign
                    union all
                    select null, m.external_id, r.number, d.step, 'none', 'none', null, null, 'LEFT_OUT',
                           d.reason, null, d.at, 0, null, null, null
                      from campaign.run r
                      join delivery.decision d on d.run_id = r.run_id
                      join audience.member m on m.customer_id = d.customer_id
                     where r.campaign_key = :campaign) x
             where (:state::text is null or state = :state)
               and (:customer::text is null or external_id = :customer)
               and (:after::text is null or external_id > :after)
             order by external_id
             fetch first 500 rows with ties) page
             order by external_id, run, step""";

    private final JdbcClient jdbc;

    SendRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SendRow> of(String campaign, @Nullable String state, @Nullable String customer, @Nullable String after) {
        return jdbc.sql(ROWS)
                .param("campaign", campaign)
                .param("state", state)
                .param("customer", customer)
                .param("after", after)
                .query(SendRows::row)
                .list();
    }

    private static SendRow row(ResultSet row, int number) throws SQLException {
        return new SendRow(
                row.getObject("id", UUID.class),
                row.getString("external_id"),
                row.getInt("run"),
                row.getInt("step"),
                row.getString("arm"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("variant"),
                row.getString("state"),
                row.getString("reason"),
                instant(row.getTimestamp("not_before")),
                instant(row.getTimestamp("settled_at")),
                row.getInt("attempt"),
                row.getString("provider"),
                row.getString("provider_id"),
                row.getString("reply"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant).orElse(null);
    }
}
