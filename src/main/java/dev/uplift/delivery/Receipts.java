package dev.uplift.delivery;

import dev.uplift.channel.Receipt;
import dev.uplift.platform.Failpoint;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What providers say after taking a send: kept first, applied afterwards, whatever the order they come in. */
@Repository
class Receipts {

    private static final String KEEP = """
            insert into delivery.receipt (provider, provider_key, send_id, state, code, at)
            values (:provider, :providerKey, :send, :state, :code, :at)
            on conflict (provider, provider_key) do nothing""";

    /**
     * A receipt proves that the provider took the send, so it settles UNKNOWN too; a final state is never taken back.
     * While a send is still SENDING its receipt waits for the outcome of the attempt.
     */
    private static final String APPLY = """
            with heard as materialized (
                select distinct on (r.send_id) r.send_id, r.state, r.code
                  from delivery.receipt r
                  join delivery.send s on s.id = r.send_id
                 where r.applied_at is null and s.state <> 'SENDING'
                 order by r.send_id, array_position(
                       array['COMPLAINED', 'BOUNCED', 'UNDELIVERED', 'DELIVERED', 'ACCEPTED'], r.state)),
            applied as (
                update delivery.receipt r
                   set applied_at = :now
                  from heard h
                 where r.send_id = h.send_id and r.applied_at is null)
            update delivery.send s
               set state = h.state,
                   reason = case when h.state in ('DELIVERED', 'ACCEPTED') then null else coalesce(h.code, s.reason) end,
                   exposed_at = coalesce(s.exposed_at, :now),
                   settled_at = :now
              from heard h
             where s.id = h.send_id
               and (s.state in ('ACCEPTED', 'UNKNOWN') or s.state = 'DELIVERED' and h.state = 'COMPLAINED')
               and s.state <> h.state""";

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Receipt receipt) {
        Failpoint.at("receipt.before");
        jdbc.sql(KEEP)
                .param("provider", receipt.provider())
                .param("providerKey", receipt.providerKey())
                .param("send", receipt.send().value())
                .param("state", receipt.state())
                .param("code", receipt.code())
                .param("at", Timestamp.from(receipt.at()))
                .update();
        Failpoint.at("receipt.after");
    }

    int apply(Instant now) {
        return jdbc.sql(APPLY).param("now", Timestamp.from(now)).update();
    }
}
