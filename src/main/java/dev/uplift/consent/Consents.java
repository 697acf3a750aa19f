package dev.uplift.consent;

import dev.uplift.audience.ConsentSink.Declared;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Permissions with their proof, and addresses that must not be written to. */
@Repository
public class Consents {

    /**
     * Appends and lets the newest stand; of two at the same instant the no wins. An undated yes is not even appended where
     * something stands already, and an undated no only where it changes something: the same file read twice must neither
     * undo a withdrawal nor grow the history.
     */
    private static final String RECORD = """
            with given as (
                select * from unnest(
                    :customers::bigint[], :channels::text[], :purposes::text[], :granted::boolean[], :bases::text[],
                    :proofs::text[], cast(cast(:ats as text[]) as timestamptz[]), :dated::boolean[])
                    as g (customer_id, channel, purpose, granted, basis, proof, at, dated)),
            declared as (
                insert into consent.permission (customer_id, channel, purpose, granted, basis, proof, at)
                select customer_id, channel, purpose, granted, basis, proof, at
                  from given g
                 where dated
                    or not exists (
                        select from consent.standing s
                         where s.customer_id = g.customer_id and s.channel = g.channel and s.purpose = g.purpose
                           and (g.granted or not s.granted))
                returning customer_id, channel, purpose, granted, at)
            insert into consent.standing as s (customer_id, channel, purpose, granted, at)
            select distinct on (customer_id, channel, purpose) customer_id, channel, purpose, granted, at
              from declared
             order by customer_id, channel, purpose, at desc, granted
            on conflict (customer_id, channel, purpose) do update
               set granted = excluded.granted, at = excluded.at
             where excluded.at > s.at or (excluded.at = s.at and not excluded.granted)""";

    private static final String SUPPRESS = """
            insert into consent.suppression (channel, address_fp, reason, at)
            values (:channel, :address, :reason, :at)
            on conflict do nothing""";

    private static final String OF = """
            select customer_id, channel, purpose, granted, basis, proof, at
              from consent.permission
             where customer_id = :customer
             order by at desc, id desc""";

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds declarations, in one statement; the newest by time decides, and of two at the same instant the no. */
    public void record(Collection<Declaration> declarations) {
        declare(declarations.stream().map(Consents::dated).toList());
    }

    /** Adds declarations of which some may carry no date of their own. */
    void declare(List<Declared> declared) {
        if (declared.isEmpty()) {
            return;
        }
        jdbc.sql(RECORD)
                .param("customers", column(declared, d -> d.customer().value(), Long[]::new))
                .param("channels", column(declared, Declared::channel, String[]::new))
                .param("purposes", column(declared, Declared::purpose, String[]::new))
                .param("granted", column(declared, Declared::granted, Boolean[]::new))
                .param("bases", column(declared, Declared::basis, String[]::new))
                .param("proofs", column(declared, Declared::proof, String[]::new))
                .param("ats", column(declared, d -> d.at().toString(), String[]::new))
                .param("dated", column(declared, Declared::dated, Boolean[]::new))
                .update();
    }

    /** Never write to this address again, whoever owns it; repeating it changes nothing. */
    public void suppress(Medium channel, byte[] addressFingerprint, String reason, Instant at) {
        jdbc.sql(SUPPRESS)
                .param("channel", channel.key())
                .param("address", addressFingerprint)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The declarations of a customer, newest first. */
    public List<Declaration> of(CustomerId customer) {
        return jdbc.sql(OF)
                .param("customer", customer.value())
                .query(Consents::declaration)
                .list();
    }

    private static Declaration declaration(ResultSet row, int number) throws SQLException {
        return new Declaration(
                new CustomerId(row.getLong("customer_id")),
                Medium.of(row.getString("channel")).orElseThrow(),
                Purpose.of(row.getString("purpose")).orElseThrow(),
                row.getBoolean("granted"),
                row.getString("basis"),
                row.getString("proof"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Declared dated(Declaration declaration) {
        return new Declared(
                declaration.customer(),
                declaration.channel().key(),
                declaration.purpose().key(),
                declaration.granted(),
                declaration.basis(),
                declaration.proof(),
                declaration.at(),
                true);
    }

    private static <T> T[] column(List<Declared> declared, Function<Declared, T> value, IntFunction<T[]> array) {
        return declared.stream().map(value).toArray(array);
    }
}
