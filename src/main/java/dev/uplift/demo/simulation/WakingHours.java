package dev.uplift.demo.simulation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When simulated customers do things: at every second full hour from 8 to 22 o'clock.
 *
 * <p>Many act at the same instant, so that weeks pass in few steps.
 */
final class WakingHours {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int FIRST = 8;
    private static final int LAST = 22;
    private static final int EVERY = 2;

    private WakingHours() {}

    /** The first such hour strictly after this instant. */
    static Instant next(Instant after) {
        var local = after.atZone(ZONE).truncatedTo(ChronoUnit.HOURS).plusHours(1);
        while (local.getHour() < FIRST || local.getHour() > LAST || local.getHour() % EVERY != 0) {
            local = local.plusHours(1);
        }
        return local.toInstant();
    }
}
