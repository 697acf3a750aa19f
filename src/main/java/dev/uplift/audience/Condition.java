package dev.uplift.audience;

import java.util.Map;

/**
 * A rule as SQL.
 *
 * @param sql a boolean expression over {@code audience.member m}; values only as named parameters
 * @param parameters the values; names start with {@code rule}
 */
public record Condition(String sql, Map<String, Object> parameters) {}
