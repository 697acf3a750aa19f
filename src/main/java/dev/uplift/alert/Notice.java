package dev.uplift.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that leaders are told.
 *
 * @param rule key of the rule that found it
 * @param kind {@code score-below}, {@code cases-overdue}, {@code case} or {@code sending-stopped}
 * @param facts for the words about it, by name
 * @param acknowledgedBy log-in name, or null while nobody has
 */
public record Notice(
        long id,
        String rule,
        String kind,
        Map<String, Object> facts,
        Instant raisedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {

    static final String COLUMNS = """
            select id, rule_key, kind, facts::text as facts, raised_at, acknowledged_by, acknowledged_at
              from alert.notice
            """;

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    static Notice of(ResultSet row, int number) throws SQLException {
        var acknowledged = row.getTimestamp("acknowledged_at");
        return new Notice(
                row.getLong("id"),
                row.getString("rule_key"),
                row.getString("kind"),
                JsonMapper.shared().readValue(row.getString("facts"), FACTS),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("acknowledged_by"),
                acknowledged == null ? null : acknowledged.toInstant());
    }
}
