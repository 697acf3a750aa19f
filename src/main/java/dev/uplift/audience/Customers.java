package dev.uplift.audience;

import dev.uplift.platform.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The customers and what happened to them. */
@Repository
public class Customers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String FIND = """
            select customer_id, external_id, account_id, email, phone, locale, time_zone, country, preferred_channels,
                   attributes
              from audience.member
             where external_id = :key""";

    private static final String FIND_ALL = """
            select customer_id, external_id, account_id, email, phone, locale, time_zone, country, preferred_channels,
                   attributes
              from audience.member
             where customer_id = any(:ids)""";

    private static final String WITH_PHONE = """
            select customer_id
              from audience.member
             where phone = :phone
             order by customer_id""";

    private final JdbcClient jdbc;
    private final CustomerBlock customers;
    private final EventStore events;

    Customers(JdbcClient jdbc, CustomerBlock customers, EventStore events) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.events = events;
    }

    /**
     * Creates or updates customers, set-based in blocks; memory stays bounded however many there are.
     *
     * <p>Each block is a transaction of its own. A customer that comes twice is updated by the later entry.
     */
    public Upserted upsert(Iterator<CustomerInput> delivery, Instant now) {
        var position = new AtomicLong();
        var tally = new Tally();
        Blocks.each(delivery, CustomerBlock.SIZE, block -> {
            var entries = block.stream()
                    .map(input -> new Entry(position.incrementAndGet(), input))
                    .toList();
            tally.add(customers.take(entries, now, true));
        });
        return tally.upserted();
    }

    /** Records events; one that is already known counts as unchanged, or as updated if its properties are new. */
    public Upserted record(Iterator<EventInput> delivery, Instant now) {
        var position = new AtomicLong();
        var tally = new Tally();
        Blocks.each(
                delivery,
                CustomerBlock.SIZE,
                block -> tally.add(events.take(block.stream()
                        .map(input -> new EventStore.Positioned(position.incrementAndGet(), input))
                        .toList())));
        return tally.upserted();
    }

    /** The customer with this key in their home system. */
    public Optional<Customer> find(String externalId) {
        return Texts.flawIn(externalId, Texts.KEY) != null
                ? Optional.empty()
                : jdbc.sql(FIND)
                        .param("key", externalId)
                        .query(Customers::customer)
                        .optional();
    }

    /** The customers with these keys. */
    public Map<CustomerId, Customer> findAll(Collection<CustomerId> ids) {
        var found = new LinkedHashMap<CustomerId, Customer>();
        jdbc.sql(FIND_ALL)
                .param("ids", ids.stream().map(CustomerId::value).toArray(Long[]::new))
                .query(Customers::customer)
                .list()
                .forEach(customer -> found.put(customer.id(), customer));
        return found;
    }

    /** The customers with this phone number in E.164. */
    public List<CustomerId> withPhone(String phone) {
        return Texts.flawIn(phone, Texts.KEY) != null
                ? List.of()
                : jdbc.sql(WITH_PHONE)
                        .param("phone", phone)
                        .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                        .list();
    }

    /** How many customers there are. */
    public long count() {
        return jdbc.sql("select count(*) from audience.member")
                .query(Long.class)
                .single();
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                new CustomerId(row.getLong("customer_id")),
                row.getString("external_id"),
                row.getString("account_id"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("locale"),
                row.getString("time_zone"),
                row.getString("country"),
                List.of((String[]) row.getArray("preferred_channels").getArray()),
                JSON.readValue(row.getString("attributes"), new TypeReference<Map<String, Object>>() {}));
    }
}
