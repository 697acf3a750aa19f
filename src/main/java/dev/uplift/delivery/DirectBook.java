package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of messages to single customers: the wish, and its place in ledger and queue. */
@Repository
class DirectBook {

    private static final String WISH = """
            insert into delivery.direct (send_id, idempotency_key, requested_by, requested_at, data, subject, body, follows)
            values (delivery.new_id(), :key, :by, :now, :data::jsonb, :subject, :body, :follows)
                on conflict (idempotency_key) do nothing
            returning send_id""";

    private static final String KNOWN = "select send_id from delivery.direct where idempotency_key = :key";

    /** Each message of a customer, and each to a mailbox, has another number in the one run they share. */
    private static final String PLAN = """
            with planned as (
                insert into delivery.send (id, run_id, step, customer_id, arm, kind, purpose, channel, template, address_fp,
                                           ghost, state, not_before, expires_at, of_step)
                select :send, 0, n.step, r.customer_id, 'treated', :kind, r.purpose, r.channel, :template, r.address_fp,
                       false, 'PLANNED', :at, :until, n.step
                  from consent.reachable r
                 cross join lateral (
                       select coalesce(max(s.step), 0) + :more as step
                         from delivery.send s
                        where s.customer_id = r.customer_id and s.run_id = 0) n
                 where r.customer_id = :customer and r.channel = :channel and r.purpose = :purpose
                   and r.address_fp is not null
                    on conflict do nothing
                returning *),
            queued as (
                insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at)
                select id, run_id, channel, purpose = 'service', delivery.domain_of(customer_id, channel), not_before, expires_at
                  from planned)
            select count(*) from planned""";

    private static final String CANCEL = """
            with taken as (
                delete from delivery.due
                 where send_id = (select d.send_id
                                    from delivery.due d
                                   where d.send_id = :send and d.run_id = 0 and d.worker is null
                                     for update skip locked)
                returning send_id)
            update delivery.send s
               set state = 'CANCELLED', settled_at = :now
              from taken t
             where s.id = t.send_id
               and s.state in ('PLANNED', 'DEFERRED')""";

    private static final String FIND = """
            select s.id, m.external_id as customer, s.channel, s.template, s.state, s.reason, s.not_before, s.settled_at
              from delivery.send s
              join audience.member m on m.customer_id = s.customer_id
             where s.id = :send and s.run_id = 0""";

    private static final String WISHES = """
            select send_id, data, subject, body
              from delivery.direct
             where send_id = any (:sends)""";

    private static final String REFUSAL = """
            select coalesce(refusal, 'none')
              from consent.reachable
             where customer_id = :customer and channel = :channel and purpose = :purpose""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final JdbcClient jdbc;

    DirectBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id for a new wish; empty if one with this key is known. */
    Optional<SendId> wish(DirectMessage message, String key, String by, Instant now) {
        var written = message.written();
        var follows = message.follows();
        return jdbc.sql(WISH)
                .param("key", key)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("data", JSON.writeValueAsString(message.data()))
                .param("subject", written == null ? null : written.subject())
                .param("body", written == null ? null : written.text())
                .param("follows", follows == null ? null : follows.value())
                .query((row, number) -> new SendId(row.getObject(1, UUID.class)))
                .optional();
    }

    Optional<SendId> known(String key) {
        return jdbc.sql(KNOWN)
                .param("key", key)
                .query((row, number) -> new SendId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Whether it stands in the ledger now; false if its number was taken or there is no address. */
    boolean plan(SendId send, DirectMessage message, int more, Instant at, Instant until) {
        return about(PLAN, message.customer(), message.channel(), message.purpose())
                        .param("send", send.value())
                        .param("kind", message.kind())
                        .param("template", message.template())
                        .param("more", more)
                        .param("at", Timestamp.from(at))
                        .param("until", Timestamp.from(until))
                        .query(Long.class)
                        .single()
                == 1;
    }

    boolean cancel(SendId send, Instant now) {
        return jdbc.sql(CANCEL)
                        .param("send", send.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<DirectSend> find(SendId send) {
        return jdbc.sql(FIND)
                .param("send", send.value())
                .query(DirectBook::send)
                .optional();
    }

    /** What belongs to those sends that are of no campaign. */
    Map<SendId, Wish> wishes(Collection<Send> sends) {
        var direct = sends.stream()
                .filter(send -> send.run().equals(DirectMessages.RUN))
                .map(send -> send.id().value())
                .toArray(UUID[]::new);
        var wishes = new HashMap<SendId, Wish>();
        if (direct.length > 0) {
            jdbc.sql(WISHES).param("sends", direct).query(row -> {
                wishes.put(new SendId(row.getObject("send_id", UUID.class)), wish(row));
            });
        }
        return wishes;
    }

    /** Why the gate would refuse now; empty if it would not. */
    Optional<String> refusal(CustomerId customer, Medium channel, Purpose purpose) {
        return about(REFUSAL, customer, channel, purpose)
                .query(String.class)
                .optional()
                .or(() -> Optional.of("NO_ADDRESS"))
                .filter(refusal -> !refusal.equals("none"));
    }

    private JdbcClient.StatementSpec about(String sql, CustomerId customer, Medium channel, Purpose purpose) {
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .param("channel", channel.key())
                .param("purpose", purpose.key());
    }

    private static Wish wish(ResultSet row) throws SQLException {
        var body = row.getString("body");
        var written = body == null ? null : new Written(row.getString("subject"), body);
        return new Wish(JSON.readValue(row.getString("data"), DATA), written);
    }

    private static DirectSend send(ResultSet row, int number) throws SQLException {
        return new DirectSend(
                row.getObject("id", UUID.class),
                row.getString("customer"),
                row.getString("channel"),
                row.getString("template"),
                row.getString("state"),
                row.getString("reason"),
                row.getTimestamp("not_before").toInstant(),
                instant(row.getTimestamp("settled_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
