package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to customers last, as templates want to speak about it. */
@Repository
class Happenings {

    private static final String NEWEST = """
            select distinct on (customer_id, type) customer_id, type, at, properties
              from audience.happening
             where customer_id = any (:customers)
             order by customer_id, type, at desc""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Few few;

    Happenings(JdbcClient jdbc, Few few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    /** For each customer and type of event the properties of the newest one, with {@code at}. */
    Map<CustomerId, Map<String, Map<String, Object>>> newest(Collection<CustomerId> customers) {
        var newest = new HashMap<CustomerId, Map<String, Map<String, Object>>>();
        few.runCarelessly(() -> jdbc.sql(NEWEST)
                        .param(
                                "customers",
                                customers.stream().map(CustomerId::value).toArray(Long[]::new))
                        .query(Happenings::happening)
                        .list())
                .forEach(happening -> newest.computeIfAbsent(happening.customer, id -> new HashMap<>())
                        .put(happening.type, happening.properties));
        return newest;
    }

    private static Instant instant(java.sql.Timestamp timestamp) {
        return timestamp.toInstant();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        var properties = new HashMap<>(JSON.readValue(row.getString("properties"), PROPERTIES));
        properties.put("at", instant(row.getTimestamp("at")).toString());
        return new Happening(new CustomerId(row.getLong("customer_id")), row.getString("type"), properties);
    }

    private record Happening(CustomerId customer, String type, Map<String, Object> properties) {}
}
