package dev.uplift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTests {

    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void admitsAgainWhenTheMinuteIsOver() {
        exhaust("lena", "10.0.0.1");

        assertThat(throttle.admits("lena", "10.0.0.2", NOW.plusSeconds(59))).isFalse();
        assertThat(throttle.admits("lena", "10.0.0.2", NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void forgetsTheMistakesOfSomebodyWhoGotIn() {
        IntStream.range(1, LoginThrottle.MOST_TRIES)
                .forEach(number -> throttle.admits("lena", "10.0.0." + number, NOW));
        throttle.admits("lena", "10.0.1.1", NOW);
        throttle.succeeded("lena", "10.0.1.1");

        assertThat(throttle.admits("lena", "10.0.1.1", NOW)).isTrue();
    }

    @Test
    void takesOneNameInAnySpellingForTheSame() {
        exhaust("lena", "10.0.0.1");

        assertThat(throttle.admits(" LENA ", "10.0.0.2", NOW)).isFalse();
    }

    @Test
    void doesNotLetOneAddressLockOutAnother() {
        exhaust("lena", "10.0.0.1");

        assertThat(throttle.admits("omar", "10.0.0.2", NOW)).isTrue();
    }

    private void exhaust(String name, String address) {
        IntStream.range(0, LoginThrottle.MOST_TRIES).forEach(number -> throttle.admits(name, address, NOW));
    }
}
