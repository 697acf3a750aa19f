package dev.uplift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkThrottleTests {

    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

    private final LinkThrottle throttle = new LinkThrottle();

    @Test
    void admitsSoManyOpeningsOfALinkAMinute() {
        var admitted = IntStream.range(0, LinkThrottle.MOST + 5)
                .filter(turn -> throttle.admits("10.0.0.1", "a", NOW))
                .count();

        assertThat(admitted).isEqualTo(LinkThrottle.MOST);
        assertThat(throttle.admits("10.0.0.1", "b", NOW)).isTrue();
        assertThat(throttle.admits("10.0.0.2", "a", NOW)).isTrue();
        assertThat(throttle.admits("10.0.0.1", "a", NOW.plusSeconds(59))).isFalse();
        assertThat(throttle.admits("10.0.0.1", "a", NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void stopsWhoeverGuesses() {
        for (var turn = 0; turn < LinkThrottle.MOST; turn++) {
            assertThat(throttle.admits("10.0.0.1", "guess-" + turn, NOW)).isTrue();
            throttle.guessed("10.0.0.1", NOW);
        }

        assertThat(throttle.admits("10.0.0.1", "good", NOW)).isFalse();
        assertThat(throttle.admits("10.0.0.2", "good", NOW)).isTrue();
        assertThat(throttle.admits("10.0.0.1", "good", NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void remembersNoMoreThanItHasRoomFor() {
        IntStream.range(0, LinkThrottle.MOST).forEach(turn -> throttle.admits("10.0.0.1", "a", NOW));
        IntStream.range(0, 20_000).forEach(number -> throttle.admits("10.0.0.1", "other-" + number, NOW));

        assertThat(throttle.admits("10.0.0.1", "a", NOW)).isTrue();
    }
}
