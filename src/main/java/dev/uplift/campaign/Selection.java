package dev.uplift.campaign;

import java.util.Map;

/**
 * A campaign's audience as SQL.
 *
 * @param sql a boolean expression over {@code audience.member m}; values only as named parameters
 * @param parameters the values; names start with {@code rule}
 */
public record Selection(String sql, Map<String, Object> parameters) {}
