package dev.uplift.delivery;

import dev.uplift.campaign.Audiences;
import dev.uplift.campaign.Campaign;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds attributes to compare by that nobody of the audience has. */
@Component
class UnknownAttributes {

    /** Stops at the first customer who has the attribute. */
    private static final String UNKNOWN = """
            select n.name
              from unnest(:names::text[]) with ordinality n (name, place)
             where not exists (select from audience.member m where ({audience}) and m.attributes ->> n.name is not null)
             order by n.place""";

    private final JdbcClient jdbc;
    private final Audiences audiences;

    UnknownAttributes(JdbcClient jdbc, Audiences audiences) {
        this.jdbc = jdbc;
        this.audiences = audiences;
    }

    List<String> of(Campaign campaign, Instant now) {
        if (campaign.compareBy().isEmpty()) {
            return List.of();
        }
        var selection = audiences.selection(campaign, now);
        return jdbc.sql(UNKNOWN.replace("{audience}", selection.sql()))
                .param("names", campaign.compareBy().toArray(String[]::new))
                .params(selection.parameters())
                .query(String.class)
                .list();
    }
}
