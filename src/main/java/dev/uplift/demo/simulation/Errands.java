package dev.uplift.demo.simulation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the simulated customers are going to do, and what they have read. */
@Repository
class Errands {

    private static final String ADD = """
            insert into demo.errand (due_at, kind, customer, campaign, address)
            select due_at::timestamptz, kind, customer, campaign, address
              from unnest(:due::text[], :kind::text[], :customer::text[], :campaign::text[], :address::text[])
                   as n (due_at, kind, customer, campaign, address)""";

    private static final String DUE = """
            select id, due_at, kind, customer, campaign, address
              from demo.errand
             where due_at <= :now
             order by due_at, id
             limit :limit""";

    private static final String NEXT = """
            select min(due_at)
              from demo.errand""";

    private static final String DONE = """
            with done as (
                delete from demo.errand
                 where id = any (:ids)
                returning kind, customer, campaign)
            insert into demo.reading (customer, campaign, at)
            select distinct customer, campaign, :now::timestamptz
              from done
             where kind = 'READ'
                on conflict do nothing""";

    private static final String READERS = """
            select customer, campaign
              from demo.reading
             where customer = any (:customers)""";

    private final JdbcClient jdbc;

    Errands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Errand> errands) {
        jdbc.sql(ADD)
                .param("due", texts(errands, errand -> errand.dueAt().toString()))
                .param("kind", texts(errands, errand -> errand.kind().name()))
                .param("customer", texts(errands, Errand::customer))
                .param("campaign", texts(errands, Errand::campaign))
                .param("address", texts(errands, Errand::address))
                .update();
    }

    List<Errand> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new Errand(
                        row.getLong("id"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        Errand.Kind.valueOf(row.getString("kind")),
                        row.getString("customer"),
                        row.getString("campaign"),
                        row.getString("address")))
                .list();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql(NEXT).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** Strikes the errands out and remembers what was read, in one statement. */
    void done(List<Errand> errands, Instant now) {
        jdbc.sql(DONE)
                .param("ids", errands.stream().map(Errand::id).toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who of the errands' customers has read the message of the errand's campaign, as customer and campaign. */
    Set<List<String>> readers(List<Errand> errands) {
        return new HashSet<>(jdbc.sql(READERS)
                .param("customers", texts(errands, Errand::customer))
                .query((row, number) -> List.of(row.getString("customer"), row.getString("campaign")))
                .list());
    }

    private static String[] texts(List<Errand> errands, Function<Errand, String> field) {
        return errands.stream().map(field).toArray(String[]::new);
    }
}
