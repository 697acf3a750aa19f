package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The customers of a round of sends, read in one go. */
@Repository
class Recipients {

    private static final String FIND = """
            select customer_id, external_id, email, phone, locale, attributes
              from audience.member
             where customer_id = any (:customers)""";

    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Few few;
    private final JsonMapper json = new JsonMapper();

    Recipients(JdbcClient jdbc, Few few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    Map<CustomerId, Recipient> find(Collection<CustomerId> customers) {
        return few
                .runCarelessly(() -> jdbc.sql(FIND)
                        .param(
                                "customers",
                                customers.stream().map(CustomerId::value).toArray(Long[]::new))
                        .query(this::recipient)
                        .list())
                .stream()
                .collect(Collectors.toMap(Recipient::id, Function.identity()));
    }

    private Recipient recipient(ResultSet row, int number) throws SQLException {
        return new Recipient(
                new CustomerId(row.getLong("customer_id")),
                row.getString("external_id"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("locale"),
                json.readValue(row.getString("attributes"), ATTRIBUTES));
    }
}
