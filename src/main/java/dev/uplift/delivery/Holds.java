package dev.uplift.delivery;

import dev.uplift.identity.Actor;
import dev.uplift.identity.AuditLog;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The switch for all sending; a mark that begins after a hold is committed lets nothing through. */
@Repository
public class Holds {

    private static final String CURRENT = """
            select reason, note, since, held_by from delivery.hold where released_at is null""";

    private static final String HOLD = """
            insert into delivery.hold (reason, note, since, held_by)
            values (:reason, :note, :now, :actor)
            on conflict do nothing""";

    private static final String RELEASE = """
            update delivery.hold set released_at = :now, released_by = :actor where released_at is null""";

    private final JdbcClient jdbc;
    private final AuditLog audit;

    public Holds(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Why nothing is sent now; empty while sending is free. */
    public Optional<Hold> current() {
        return jdbc.sql(CURRENT).query(Hold::from).optional();
    }

    /** Lets nothing more out until somebody releases it; throws {@link InvalidInput} without a reason. */
    @Transactional
    public void hold(String why, Actor actor, Instant now) {
        if (why.isBlank()) {
            throw new InvalidInput(List.of(Problem.error(
                    "reason", "Whoever releases it has to know why it was held.", "Give a reason in a few words.")));
        }
        begin(Hold.Reason.PERSON, why.strip(), actor, now);
    }

    /** Lets everything out again that rules allow; nothing happens while sending is free. */
    @Transactional
    public void release(Actor actor, Instant now) {
        var released = jdbc.sql(RELEASE)
                .param("now", Timestamp.from(now))
                .param("actor", actor.name())
                .update();
        if (released > 0) {
            audit.record(actor, "sending.release", "all");
        }
    }

    /** An earlier hold stays, with its reason. */
    void begin(Hold.Reason reason, @Nullable String note, Actor actor, Instant now) {
        var held = jdbc.sql(HOLD)
                .param("reason", reason.name())
                .param("note", note)
                .param("now", Timestamp.from(now))
                .param("actor", actor.name())
                .update();
        if (held > 0) {
            audit.record(actor, "sending.hold", reason.name());
        }
    }
}
