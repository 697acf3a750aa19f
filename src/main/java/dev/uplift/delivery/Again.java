package dev.uplift.delivery;

import java.time.Duration;

/** Why a send goes back into the queue after an attempt, how long it waits first, and how often that may happen. */
enum Again {
    /** The provider provably never took it. */
    NOT_SENT(Duration.ZERO, 1),
    /** Mail that the recipient needs: rather twice than never. */
    SERVICE_MAIL(Duration.ZERO, 1),
    /** Two people decided so. */
    RESEND(Duration.ZERO, Integer.MAX_VALUE),
    /** The provider's queue was full. */
    OVERFLOW(Duration.ofMinutes(15), 5),
    /** It grew too old in the provider's queue. */
    TOO_OLD(Duration.ofHours(1), 2),
    /** The phone was off. */
    UNREACHABLE(Duration.ofDays(1), 2),
    /** The carrier gave no reason. */
    UNEXPLAINED(Duration.ofHours(1), 1);

    private final Duration pause;
    private final int limit;

    Again(Duration pause, int limit) {
        this.pause = pause;
        this.limit = limit;
    }

    Duration pause() {
        return pause;
    }

    int limit() {
        return limit;
    }
}
