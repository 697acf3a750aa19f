package dev.uplift.lab;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the product's database says of one campaign, read past the product. */
final class Ledger {

    /** One send as it stands, with the start of its last attempt. */
    record Row(
            String send,
            String customer,
            String state,
            @org.jspecify.annotations.Nullable String reason,
            int attempts,
            @org.jspecify.annotations.Nullable Instant started) {}

    private static final String SENDS = """
            select s.id, c.external_id, s.state, s.reason, s.attempt,
                   (select max(a.started_at) from delivery.attempt a where a.send_id = s.id) as started
              from delivery.send s
              join campaign.execution e on e.id = s.run_id
              join audience.member c on c.customer_id = s.customer_id
             where e.campaign_key = :key""";

    private static final String LEFT_OUT = """
            select count(*)
              from delivery.decision d
              join campaign.execution e on e.id = d.run_id
             where e.campaign_key = :key""";

    private final DataSource source;
    private final JdbcClient jdbc;

    Ledger(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    List<Row> sends(Campaign campaign) {
        return jdbc.sql(SENDS)
                .param("key", campaign.key())
                .query((row, number) -> new Row(
                        row.getString("id"),
                        row.getString("external_id"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getInt("attempt"),
                        row.getTimestamp("started") == null
                                ? null
                                : row.getTimestamp("started").toInstant()))
                .list();
    }

    long leftOut(Campaign campaign) {
        return jdbc.sql(LEFT_OUT).param("key", campaign.key()).query(Long.class).single();
    }

    Map<String, Long> states(Campaign campaign) {
        return sends(campaign).stream()
                .map(Row::state)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** How many addresses are closed. */
    long suppressed() {
        return jdbc.sql("select count(*) from consent.suppression")
                .query(Long.class)
                .single();
    }

    /** The states of a campaign's runs. */
    List<String> runs(Campaign campaign) {
        return jdbc.sql("select state from campaign.execution where campaign_key = :key")
                .param("key", campaign.key())
                .query(String.class)
                .list();
    }

    boolean ended(Campaign campaign) {
        var runs = runs(campaign);
        return !runs.isEmpty() && runs.stream().allMatch("FINISHED"::equals);
    }

    /** A connection to the same database, for faults from inside of it. */
    Connection connect() throws SQLException {
        return source.getConnection();
    }

    JdbcClient jdbc() {
        return jdbc;
    }
}
