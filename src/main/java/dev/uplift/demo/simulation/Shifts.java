package dev.uplift.demo.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** When the simulated agents sit down at their desk: three times on each working day. */
final class Shifts {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final List<LocalTime> TIMES = List.of(LocalTime.of(9, 0), LocalTime.of(13, 0), LocalTime.of(16, 0));
    private static final Set<DayOfWeek> FREE = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private Shifts() {}

    static Stream<Instant> between(Instant from, Instant until) {
        return from.atZone(ZONE)
                .toLocalDate()
                .datesUntil(until.atZone(ZONE).toLocalDate().plusDays(1))
                .filter(day -> !FREE.contains(day.getDayOfWeek()))
                .flatMap(day ->
                        TIMES.stream().map(time -> day.atTime(time).atZone(ZONE).toInstant()))
                .filter(at -> at.isAfter(from) && at.isBefore(until));
    }

    /** The first sitting of the working day after this instant. */
    static Instant tomorrow(Instant now) {
        var day = now.atZone(ZONE).toLocalDate().plusDays(1);
        while (FREE.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day.atTime(TIMES.get(0)).atZone(ZONE).toInstant();
    }
}
