package dev.uplift.audience;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes events, one statement per block. */
@Repository
class EventStore {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String RECORD = """
            with given as materialized (
                select g.*, c.id as customer_id
                  from jsonb_to_recordset(cast(:block as jsonb)) as g (
                      position bigint, external_id text, type text, at timestamptz, properties jsonb)
                  left join audience.customer c on c.external_id = g.external_id),
            kept as (
                insert into audience.event as e (customer_id, type, at, properties)
                select customer_id, type, at, coalesce(properties, '{}')
                  from given
                 where customer_id is not null
                 order by customer_id, type, at
                on conflict (customer_id, type, at) do update
                   set properties = excluded.properties
                 where e.properties is distinct from excluded.properties
                returning customer_id, type, at, xmax = 0 as fresh)
            select g.position,
                   case when g.customer_id is null then 'UNKNOWN'
                        when k.fresh then 'CREATED'
                        when not k.fresh then 'UPDATED'
                        else 'UNCHANGED'
                   end as outcome
              from given g
              left join kept k using (customer_id, type, at)""";

    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a block of events; an event that comes twice is updated by the later one. */
    Tally take(List<Positioned> block) {
        var tally = new Tally();
        var layers = new ArrayList<Map<Long, EventCheck.Row>>();
        var seen = new LinkedHashMap<String, Integer>();
        for (var entry : block) {
            var flaws = new Flaws(entry.position(), entry.input().customer());
            var row = EventCheck.check(entry.position(), entry.input(), flaws);
            flaws.first().ifPresent(tally::add);
            if (row != null) {
                var layer = seen.merge(row.key(), 1, Integer::sum) - 1;
                if (layer == layers.size()) {
                    layers.add(new LinkedHashMap<>());
                }
                layers.get(layer).put(row.position(), row);
            }
        }
        layers.forEach(layer -> store(layer, tally));
        return tally;
    }

    private void store(Map<Long, EventCheck.Row> layer, Tally tally) {
        jdbc.sql(RECORD).param("block", JSON.writeValueAsString(layer.values())).query(row -> {
            var event = layer.get(row.getLong("position"));
            if ("UNKNOWN".equals(row.getString("outcome")) && event != null) {
                tally.add(unknown(event));
            } else {
                tally.add(Outcome.valueOf(row.getString("outcome")));
            }
        });
    }

    private static Flaw unknown(EventCheck.Row event) {
        return new Flaw(
                event.position(),
                event.externalId(),
                "customer",
                Flaw.Code.UNKNOWN,
                "There is no customer with this key.",
                "Deliver the customer first.");
    }

    /** An event with its 1-based position in the delivery. */
    record Positioned(long position, EventInput input) {}
}
