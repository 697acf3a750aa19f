package dev.uplift.followup;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that is left until the first contact: running towards an instant, or resting with so much opening time left.
 *
 * @param dueAt when it runs out, or null while it rests
 * @param left what is left while it rests, or null while it runs
 */
public record SlaClock(@Nullable Instant dueAt, @Nullable Duration left) {

    public SlaClock {
        if ((dueAt == null) == (left == null)) {
            throw new IllegalArgumentException("A clock either runs or rests");
        }
    }

    static SlaClock running(Instant dueAt) {
        return new SlaClock(dueAt, null);
    }

    static SlaClock resting(Duration left) {
        return new SlaClock(null, left);
    }

    /** Stops it; what is overdue has nothing left. */
    SlaClock rest(Instant now, OpeningHours hours) {
        return dueAt == null ? this : resting(hours.between(now, dueAt));
    }

    /** Lets it go on. */
    SlaClock resume(Instant now, OpeningHours hours) {
        return left == null ? this : running(hours.after(now, left));
    }
}
