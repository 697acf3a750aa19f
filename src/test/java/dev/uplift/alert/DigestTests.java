package dev.uplift.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "immediately, 2026-12-01T08:00:00Z",
        "daily 09:00, 2026-12-01T08:00:00Z",
        "daily 08:59, 2026-12-02T07:59:00Z",
        "daily 08:59 UTC, 2026-12-01T08:59:00Z",
        "weekly monday 08:00, 2026-12-07T07:00:00Z",
        "weekly tuesday 09:00, 2026-12-01T08:00:00Z",
        "weekly tuesday 08:00, 2026-12-08T07:00:00Z"
    })
    void findsTheNextTimeForAMail(String digest, Instant next) {
        var found = Objects.requireNonNull(Digest.parse(digest, BERLIN));

        assertThat(found.next(Instant.parse("2026-12-01T08:00:00Z"))).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hourly", "daily", "daily 8:00", "weekly 08:00"})
    void refusesOtherTimes(String digest) {
        assertThat(Digest.parse(digest, BERLIN)).isNull();
    }

    @Test
    void keepsTheLocalTimeWhenTheClockIsChanged() {
        var found = Objects.requireNonNull(Digest.parse("daily 08:00", BERLIN));

        assertThat(found.next(Instant.parse("2026-10-24T12:00:00Z"))).isEqualTo("2026-10-25T07:00:00Z");
    }
}
