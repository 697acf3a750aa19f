package dev.uplift.demo.company;

import java.time.Duration;

/** How soon somebody opens what came, if they open it at all. */
enum Habit {
    AT_ONCE(Duration.ofHours(4)),
    DAILY(Duration.ofHours(30)),
    NOW_AND_THEN(Duration.ofDays(5));

    private final Duration longest;

    Habit(Duration longest) {
        this.longest = longest;
    }

    /** Hours may pass, but never so many that a message is read after the survey about it. */
    Duration delay(double share) {
        return Duration.ofMinutes((long) (longest.toMinutes() * share));
    }
}
