package dev.uplift.followup;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which answers became cases. */
@Component
public class AnsweredCases {

    private static final String FIND = """
            select invitation_id, id
              from followup.case
             where invitation_id = any(:invitations)
               and desk = any(:desks)""";

    private final JdbcClient jdbc;
    private final Desks desks;

    AnsweredCases(JdbcClient jdbc, Desks desks) {
        this.jdbc = jdbc;
        this.desks = desks;
    }

    /** The cases of these answers, by invitation, of the desks at which this person works. */
    public Map<Long, Long> of(Collection<Long> invitations, String agent) {
        var cases = new LinkedHashMap<Long, Long>();
        jdbc.sql(FIND)
                .param("invitations", invitations.toArray(Long[]::new))
                .param("desks", desks.of(agent).toArray(String[]::new))
                .query(row -> {
                    cases.put(row.getLong("invitation_id"), row.getLong("id"));
                });
        return cases;
    }
}
