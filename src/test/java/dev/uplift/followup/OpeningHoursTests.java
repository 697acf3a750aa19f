package dev.uplift.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.uplift.followup.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Monday to Friday from 8 to 18, but for the Day of German Unity and Good Friday 2027. */
    private static final OpeningHours DESK = new OpeningHours(
            BERLIN,
            Stream.of(DayOfWeek.values())
                    .filter(day -> day.getValue() <= 5)
                    .collect(Collectors.toMap(day -> day, day -> new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)))),
            Set.of(LocalDate.of(2027, 3, 26), LocalDate.of(2026, 12, 25)));

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:00, 8, 2026-12-01T17:00", // on the same day
        "2026-12-01T17:00, 8, 2026-12-02T15:00", // over night
        "2026-12-01T03:00, 2, 2026-12-01T10:00", // before opening
        "2026-12-01T22:00, 2, 2026-12-02T10:00", // after closing
        "2026-12-04T16:00, 8, 2026-12-07T14:00", // over the weekend
        "2026-12-05T12:00, 8, 2026-12-07T16:00", // from Saturday
        "2026-12-24T16:00, 8, 2026-12-28T14:00", // over a holiday and the weekend
        "2027-03-25T17:00, 8, 2027-03-29T15:00", // Good Friday; the clocks go forward on Sunday
        "2026-10-23T17:00, 8, 2026-10-26T15:00", // the clocks go back on Sunday
        "2026-12-01T08:00, 10, 2026-12-01T18:00", // exactly until closing
        "2026-12-01T18:00, 1, 2026-12-02T09:00" // exactly at closing
    })
    void countsOpeningTimeOnly(String start, int hours, String due) {
        assertThat(DESK.after(at(start), Duration.ofHours(hours))).isEqualTo(at(due));
        assertThat(DESK.between(at(start), at(due))).isEqualTo(Duration.ofHours(hours));
    }

    /** A night desk works an hour less in the night in which the clocks go forward, and an hour more when they go back. */
    @Test
    void worksByTheClockOnTheWallWhenTheClocksChange() {
        var always = new OpeningHours(
                BERLIN, Map.of(DayOfWeek.SUNDAY, new Hours(LocalTime.MIDNIGHT, LocalTime.of(6, 0))), Set.of());

        assertThat(always.between(at("2027-03-28T00:00"), at("2027-03-28T12:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(always.between(at("2026-10-25T00:00"), at("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void reachesWhatItCounts() {
        var random = new SplittableRandom(7);
        for (var i = 0; i < 5_000; i++) {
            var start = at("2026-10-01T00:00").plusSeconds(random.nextInt(200 * 86_400));
            var time = Duration.ofSeconds(1 + random.nextInt(80 * 3600));

            var end = DESK.after(start, time);

            assertThat(DESK.between(start, end)).isEqualTo(time);
            assertThat(DESK.open(end.minusSeconds(1))).isTrue();
        }
    }

    @Test
    void countsNothingBackwards() {
        assertThat(DESK.between(at("2026-12-02T12:00"), at("2026-12-01T12:00"))).isZero();
    }

    @Test
    void knowsWhetherSomebodyIsThere() {
        assertThat(DESK.open(at("2026-12-01T08:00"))).isTrue();
        assertThat(DESK.open(at("2026-12-01T18:00"))).isFalse();
        assertThat(DESK.open(at("2026-12-05T12:00"))).isFalse();
        assertThat(DESK.open(at("2026-12-25T12:00"))).isFalse();
    }

    @Test
    void refusesHoursThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hours(LocalTime.NOON, LocalTime.NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> new OpeningHours(BERLIN, Map.of(), Set.of()));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
