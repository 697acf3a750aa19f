package dev.uplift.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    @Test
    void readsANumberWithItsUnit() {
        assertThat(Durations.parse("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Durations.parse("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(Durations.parse("48h")).isEqualTo(Duration.ofDays(2));
        assertThat(Durations.parse(" 30d ")).isEqualTo(Duration.ofDays(30));
        assertThat(Durations.parse("2w")).isEqualTo(Duration.ofDays(14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "d", "-3d", "3.5d", "30 days", "1y", "٣d", "1234567d"})
    void refusesWhatIsNotADuration(String text) {
        assertThat(Durations.parse(text)).isNull();
    }
}
