package dev.uplift.followup;

import dev.uplift.audience.Rule;
import dev.uplift.audience.Segments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of the customers who were heard belong where; the database is asked once for all of them, and only if it matters. */
final class Membership {

    private static final String MEMBERS =
            "select m.customer_id from audience.member m where m.customer_id = any (:customers) and ";

    private final JdbcClient jdbc;
    private final Segments segments;
    private final Instant now;
    private final List<Long> customers = new ArrayList<>();
    private final Map<Rule, Set<Long>> known = new HashMap<>();

    Membership(JdbcClient jdbc, Segments segments, Instant now) {
        this.jdbc = jdbc;
        this.segments = segments;
        this.now = now;
    }

    /** What is true of a customer; to be asked only when all customers are known. */
    Predicate<Rule> of(long customer) {
        customers.add(customer);
        return rule -> known.computeIfAbsent(rule, this::members).contains(customer);
    }

    /** Nobody belongs to a segment that is yet to be saved. */
    private Set<Long> members(Rule rule) {
        if (rule instanceof Rule.Segment named && segments.find(named.key()).isEmpty()) {
            return Set.of();
        }
        var condition = segments.condition(rule, now);
        return Set.copyOf(jdbc.sql(MEMBERS + "(" + condition.sql() + ")")
                .param("customers", customers.toArray(Long[]::new))
                .params(condition.parameters())
                .query(Long.class)
                .list());
    }
}
