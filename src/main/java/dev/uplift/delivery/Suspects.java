package dev.uplift.delivery;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends whose worker died while holding them. Each is written alone, noted beforehand, so that a message which kills its
 * process is known by the third time and taken out; the innocent are cleared by the first.
 */
@Component
class Suspects {

    private static final Logger log = LoggerFactory.getLogger(Suspects.class);

    /** One for the claim under which a worker died first, then one for each death while it alone was written. */
    private static final int MOST = 3;

    private static final String NOTE = "update delivery.due set suspicion = suspicion + 1 where send_id = :send";

    private static final String CLEAR = "update delivery.due set suspicion = 0 where send_id = :send";

    private final JdbcClient jdbc;
    private final Composer composer;
    private final Gatekeeper gate;

    Suspects(JdbcClient jdbc, Composer composer, Gatekeeper gate) {
        this.jdbc = jdbc;
        this.composer = composer;
        this.gate = gate;
    }

    /** The messages of a claim. */
    Composed compose(Claimed claimed, Instant now) {
        var suspects =
                claimed.sends().stream().filter(send -> send.suspicion() > 0).toList();
        if (suspects.isEmpty()) {
            return composer.compose(claimed, now);
        }
        var guilty = suspects.stream().filter(send -> send.suspicion() >= MOST).toList();
        quarantine(guilty, claimed, now);
        var trusted =
                claimed.sends().stream().filter(send -> send.suspicion() == 0).toList();
        var composed = composer.compose(claimed.only(trusted), now);
        for (var suspect : suspects) {
            composed = guilty.contains(suspect) ? composed : composed.and(alone(claimed, suspect, now));
        }
        return composed;
    }

    private Composed alone(Claimed claimed, Send suspect, Instant now) {
        jdbc.sql(NOTE).param("send", suspect.id().value()).update();
        try {
            return composer.compose(claimed.only(List.of(suspect)), now);
        } finally {
            // whatever it was that failed, this process has outlived it
            jdbc.sql(CLEAR).param("send", suspect.id().value()).update();
        }
    }

    private void quarantine(List<Send> guilty, Claimed claimed, Instant now) {
        if (!guilty.isEmpty()) {
            gate.quarantine(guilty.stream().map(Send::id).toList(), claimed.worker(), now);
            log.error("{} sends are quarantined: writing them killed this process again and again", guilty.size());
        }
    }
}
