package dev.uplift.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableTests {

    private static final Instant WINTER = Instant.parse("2026-12-01T06:00:00Z");

    @Test
    void startsAtLaunchUnlessSaidOtherwise() {
        assertThat(table(null, null, "recipient").first(WINTER)).contains(WINTER);
    }

    @Test
    void startsAtTheLocalTimeOfTheCompanyOrOfTheZone() {
        assertThat(table("2026-12-01T09:00", null, "recipient").first(WINTER))
                .contains(Instant.parse("2026-12-01T08:00:00Z"));
        assertThat(table("2026-12-01T09:00", null, "America/New_York").first(WINTER))
                .contains(Instant.parse("2026-12-01T14:00:00Z"));
    }

    @Test
    void startsNowIfTheStartIsJustOver() {
        assertThat(table("2026-12-01T06:59", null, "recipient").first(WINTER)).contains(WINTER);
    }

    @Test
    void keepsTheLocalTimeOfDayThroughSummerTime() {
        var daily = table(null, "0 0 9 * * ?", "Europe/Berlin");

        assertThat(daily.next(Instant.parse("2027-03-27T08:00:00Z"))).contains(Instant.parse("2027-03-28T07:00:00Z"));
        assertThat(daily.next(Instant.parse("2027-10-30T07:00:00Z"))).contains(Instant.parse("2027-10-31T08:00:00Z"));
    }

    @Test
    void runsLaterOnTheDayWhoseTimeIsSkipped() {
        var nightly = table(null, "0 30 2 * * ?", "Europe/Berlin");

        var skipped = nightly.next(Instant.parse("2027-03-27T01:30:00Z"));

        assertThat(skipped).contains(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(nightly.next(skipped.orElseThrow())).contains(Instant.parse("2027-03-29T00:30:00Z"));
    }

    @Test
    void runsOnceOnTheDayWhoseTimeComesTwice() {
        var nightly = table(null, "0 30 2 * * ?", "Europe/Berlin");

        var first = nightly.next(Instant.parse("2027-10-30T00:30:00Z"));

        assertThat(first).contains(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(nightly.next(first.orElseThrow())).contains(Instant.parse("2027-11-01T01:30:00Z"));
        assertThat(nightly.next(Instant.parse("2027-10-31T01:10:00Z"))).contains(Instant.parse("2027-11-01T01:30:00Z"));
    }

    @Test
    void endsWithItsLastTime() {
        assertThat(table(null, "0 0 9 1 1 ? 2026", "recipient").first(WINTER)).isEmpty();
        assertThat(table(null, null, "recipient").next(WINTER)).isEmpty();
    }

    @Test
    void meetsTheSecondTuesdayOfMay() {
        assertThat(table(null, "0 0 10 ? 5 TUE#2", "recipient").first(WINTER))
                .contains(Instant.parse("2027-05-11T08:00:00Z"));
    }

    private static Timetable table(@Nullable String start, @Nullable String cron, String zone) {
        var schedule =
                new Schedule(start == null ? null : LocalDateTime.parse(start), cron, zone, null, null, List.of());
        return new Timetable(schedule, ZoneId.of("Europe/Berlin"));
    }
}
