package dev.uplift.delivery;

import dev.uplift.campaign.IllegalState;
import dev.uplift.identity.Actor;
import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants a send of unknown outcome sent again, and who else agrees; rows are only ever added. */
@Repository
class Resends {

    private static final String LOCK = "select state, attempt from delivery.send where id = :send for update";

    private static final String ASK = """
            insert into delivery.resend_request (send_id, attempt, asked_by, asked_at, why)
            values (:send, :attempt, :actor, :now, :why)
            on conflict do nothing""";

    private static final String ASKED_BY = """
            select asked_by from delivery.resend_request where send_id = :send and attempt = :attempt""";

    private static final String APPROVE = """
            insert into delivery.resend_approval (send_id, attempt, approved_by, approved_at)
            values (:send, :attempt, :actor, :now)""";

    private final JdbcClient jdbc;

    Resends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The attempt of a send whose outcome is unknown, held until the transaction ends; throws {@link IllegalState}. */
    int unknown(SendId send) {
        return jdbc.sql(LOCK)
                .param("send", send.value())
                .query((row, number) -> {
                    if (!row.getString("state").equals("UNKNOWN")) {
                        throw new IllegalState("This send is " + row.getString("state")
                                + ", not UNKNOWN. Only sends of unknown outcome are settled or repeated by hand.");
                    }
                    return row.getInt("attempt");
                })
                .single();
    }

    void ask(SendId send, int attempt, String why, Actor actor, Instant now) {
        var asked = about(ASK, send, attempt)
                .param("actor", actor.name())
                .param("now", Timestamp.from(now))
                .param("why", why)
                .update();
        if (asked == 0) {
            throw new IllegalState("Somebody has asked already to send this again. Another person must approve it.");
        }
    }

    void approve(SendId send, int attempt, Actor actor, Instant now) {
        var asker = about(ASKED_BY, send, attempt)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalState(
                        "Nobody has asked to send this again. One person asks, another one approves."));
        if (asker.equals(actor.name())) {
            throw new IllegalState("You have asked for it yourself. Another person must approve it.");
        }
        about(APPROVE, send, attempt)
                .param("actor", actor.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    private JdbcClient.StatementSpec about(String sql, SendId send, int attempt) {
        return jdbc.sql(sql).param("send", send.value()).param("attempt", attempt);
    }
}
