package dev.uplift.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.TestDatabase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class NextContactTests {

    private static final String NEXT = """
            select consent.next_contact(:at, :zone, :country, :purpose, cast(:opens as time), cast(:closes as time),
                                        cast(:excepted as text[]))""";

    private final JdbcClient jdbc = TestDatabase.empty();

    @ParameterizedTest
    @CsvSource({
        // a Wednesday in Berlin: within the hours, before and after them
        "2026-11-18T12:00:00Z, Europe/Berlin, DE, 2026-11-18T12:00:00Z",
        "2026-11-18T05:00:00Z, Europe/Berlin, DE, 2026-11-18T08:00:00Z",
        "2026-11-18T19:00:00Z, Europe/Berlin, DE, 2026-11-19T08:00:00Z",
        // the same instant elsewhere
        "2026-11-18T12:00:00Z, America/New_York, US, 2026-11-18T14:00:00Z",
        "2026-11-18T12:00:00Z, Asia/Tokyo, JP, 2026-11-19T00:00:00Z",
        "2026-11-18T12:00:00Z, Asia/Kathmandu, NP, 2026-11-18T12:00:00Z",
        // Saturday evening waits for Monday
        "2026-11-21T19:30:00Z, Europe/Berlin, DE, 2026-11-23T08:00:00Z",
        // Good Friday 2027 is a holiday, the Saturday after it is not
        "2027-03-26T10:00:00Z, Europe/Berlin, DE, 2027-03-27T08:00:00Z",
        // Christmas Eve at night: two holidays, then a Sunday
        "2026-12-24T19:30:00Z, Europe/Berlin, DE, 2026-12-28T08:00:00Z",
        // no German holiday in France
        "2027-03-26T10:00:00Z, Europe/Paris, FR, 2027-03-26T10:00:00Z"
    })
    void waitsForTheRecipientsOwnContactHours(Instant at, String zone, String country, Instant expected) {
        assertThat(next(at, zone, country, "survey", null, null)).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"03:00, 2026-11-22T03:00:00Z", "21:30, 2026-11-22T21:30:00Z"})
    void sendsServiceMessagesAtAnyHourAndDay(String hour, Instant expected) {
        var at = Instant.parse("2026-11-22T" + hour + ":00Z");

        assertThat(next(at, "Europe/Berlin", "DE", "service", null, null)).hasValue(expected);
    }

    @Test
    void keepsServiceMessagesInTheWindowOfTheCampaign() {
        var sunday = Instant.parse("2026-11-22T03:00:00Z");

        assertThat(next(sunday, "Europe/Berlin", "DE", "service", "07:00", "19:00"))
                .hasValue(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(next(sunday, "Europe/Berlin", "DE", "service", "07:00", "19:00", "sunday", "holiday"))
                .hasValue(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(next(
                        Instant.parse("2026-11-21T09:00:00Z"),
                        "Europe/Berlin",
                        "DE",
                        "service",
                        null,
                        null,
                        "saturday"))
                .hasValue(Instant.parse("2026-11-21T23:00:00Z"));
    }

    @Test
    void cutsTheWindowOfTheCampaignByTheQuietHours() {
        var evening = Instant.parse("2026-11-18T18:30:00Z");
        var lateEvening = Instant.parse("2026-11-18T19:30:00Z");

        assertThat(next(evening, "Europe/Berlin", "DE", "marketing", "18:00", "22:00"))
                .hasValue(evening);
        assertThat(next(lateEvening, "Europe/Berlin", "DE", "marketing", "18:00", "22:00"))
                .hasValue(Instant.parse("2026-11-19T17:00:00Z"));
    }

    @Test
    void hasNoAnswerWhereNoHourIsLeft() {
        var at = Instant.parse("2026-11-18T12:00:00Z");

        assertThat(next(at, "Europe/Berlin", "DE", "marketing", "20:30", "22:00"))
                .isEmpty();
        assertThat(next(at, "Europe/Berlin", "DE", "service", "19:00", "09:00")).isEmpty();
    }

    @Test
    void keepsOutOfTheHourThatSpringSkips() {
        var night = Instant.parse("2027-03-28T00:30:00Z");

        // 02:30 does not exist that day; 03:30 is inside the first window and outside the second
        assertThat(next(night, "Europe/Berlin", "DE", "service", "02:30", "05:00"))
                .hasValue(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(next(night, "Europe/Berlin", "DE", "service", "02:15", "03:00"))
                .hasValue(Instant.parse("2027-03-29T00:15:00Z"));
    }

    @Test
    void judgesBothPassesOfTheHourThatAutumnRepeats() {
        var firstPass = Instant.parse("2026-10-25T00:45:00Z");
        var secondPass = Instant.parse("2026-10-25T01:45:00Z");

        assertThat(next(firstPass, "Europe/Berlin", "DE", "service", "02:00", "03:00"))
                .hasValue(firstPass);
        assertThat(next(secondPass, "Europe/Berlin", "DE", "service", "02:00", "03:00"))
                .hasValue(secondPass);
        assertThat(next(firstPass, "Europe/Berlin", "DE", "service", "01:00", "02:30"))
                .hasValue(Instant.parse("2026-10-26T00:00:00Z"));
        assertThat(next(Instant.parse("2026-10-25T07:30:00Z"), "Europe/Berlin", "DE", "service", "09:00", "19:00"))
                .hasValue(Instant.parse("2026-10-25T08:00:00Z"));
    }

    @Test
    void neverGoesBackAndAlwaysKeepsTheHours() {
        for (var zone : List.of("Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia", "UTC")) {
            var start = Instant.parse("2026-10-20T00:00:00Z");
            for (int hour = 0; hour < 24 * 14; hour += 5) {
                var at = start.plusSeconds(hour * 3_600L + 1_234);

                var next = next(at, zone, "DE", "survey", "10:00", "17:00").orElseThrow();

                assertThat(next).isAfterOrEqualTo(at);
                assertThat(next.atZone(ZoneId.of(zone)).getHour()).isBetween(10, 16);
            }
        }
    }

    @Test
    void knowsEveryZoneThatCustomersMayHave() {
        var known = jdbc.sql("select name from pg_timezone_names")
                .query(String.class)
                .list();

        assertThat(known)
                .containsAll(ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> !zone.startsWith("SystemV/"))
                        .toList());
    }

    @Test
    void knowsTheNationwideHolidaysOfGermany() {
        var days = jdbc.sql("select day::text from consent.holiday where extract(year from day) = 2026 order by day")
                .query(String.class)
                .list();

        assertThat(days)
                .containsExactly(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-10-03",
                        "2026-12-25",
                        "2026-12-26");
        assertThat(jdbc.sql("select count(*) from consent.holiday")
                        .query(Integer.class)
                        .single())
                .isEqualTo(21 * 9);
    }

    @Test
    void answersForAWholeAudience() {
        var contacts = jdbc.sql("""
                        select count(consent.next_contact(:at + n * interval '1 second', 'Europe/Berlin', 'DE', 'survey',
                                                          null, null, '{}'))
                          from generate_series(1, 100000) n""")
                .param("at", OffsetDateTime.parse("2026-12-24T19:30:00Z"))
                .query(Integer.class)
                .single();

        assertThat(contacts).isEqualTo(100_000);
    }

    private Optional<Instant> next(
            Instant at,
            String zone,
            String country,
            String purpose,
            @Nullable String opens,
            @Nullable String closes,
            String... excepted) {
        return jdbc.sql(NEXT)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("zone", zone)
                .param("country", country)
                .param("purpose", purpose)
                .param("opens", opens)
                .param("closes", closes)
                .param("excepted", excepted)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
