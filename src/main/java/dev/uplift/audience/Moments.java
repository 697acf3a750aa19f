package dev.uplift.audience;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants within living memory; anything else is a mistake of the source. */
final class Moments {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {}

    /** The instant, or null if it is noted as a flaw. */
    static @Nullable Instant checked(String field, Instant at, Flaws flaws) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            flaws.add(field, Flaw.Code.INVALID, "The instant is not of our time.", "Give one from 1900 to 2199.");
            return null;
        }
        return at;
    }
}
