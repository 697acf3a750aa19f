package dev.uplift.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers with the same decision.
 *
 * @param decision {@code treated}, {@code hold-out} or the reason for leaving them out
 */
record Group(String decision, @Nullable String channel, long customers) {

    static Group from(ResultSet row, int number) throws SQLException {
        return new Group(row.getString("decision"), row.getString("channel"), row.getLong("customers"));
    }

    static Plan plan(List<Group> groups) {
        var leftOut = new LinkedHashMap<String, Long>();
        var byChannel = new LinkedHashMap<String, Long>();
        long holdOut = 0;
        long toContact = 0;
        for (var group : groups) {
            switch (group.decision) {
                case "hold-out" -> holdOut += group.customers;
                case "treated" -> {
                    toContact += group.customers;
                    byChannel.merge(String.valueOf(group.channel), group.customers, Long::sum);
                }
                default -> leftOut.merge(group.decision, group.customers, Long::sum);
            }
        }
        var refused = leftOut.values().stream().mapToLong(Long::longValue).sum();
        return new Plan(holdOut + toContact + refused, holdOut, leftOut, toContact, byChannel, List.of());
    }
}
