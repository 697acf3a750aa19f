package dev.uplift.campaign;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens runs in time; one that is far too late, after downtime or a restored backup, waits for a person. */
final class Opening {

    /** How late a run may begin without anybody being asked. */
    static final Duration GRACE = Duration.ofMinutes(30);

    private static final Logger log = LoggerFactory.getLogger(Opening.class);

    private final Runs runs;
    private final Definitions definitions;

    Opening(Runs runs, Definitions definitions) {
        this.runs = runs;
        this.definitions = definitions;
    }

    void openDue(Instant now) {
        runs.due(now).forEach(due -> open(due, now));
    }

    private void open(Runs.Due due, Instant now) {
        var campaign = definitions.of(due.key(), due.version());
        var next = definitions.timetable(campaign).next(now).orElse(null);
        var held = now.isAfter(due.at().plus(GRACE));
        if (runs.open(due, campaign, next, held, now) && held) {
            log.warn(
                    "Campaign {} was due at {} and is paused, because that is more than {} minutes ago; resume it to"
                            + " begin now, or cancel it",
                    due.key(),
                    due.at(),
                    GRACE.toMinutes());
        }
    }
}
