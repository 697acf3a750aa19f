package dev.uplift.followup;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * When a desk works. Its clocks run only then: a night, a weekend or a holiday costs nobody a deadline.
 *
 * @param zone in which the hours are meant; a day on which the clocks change keeps its hours
 * @param week opening and closing by day; days that are missing are closed
 * @param closed days on which the desk is closed although the week says otherwise, such as public holidays
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, Hours> week, Set<LocalDate> closed) {

    /** A desk that is closed for longer than this has no deadlines. */
    private static final int MOST_DAYS = 366;

    public OpeningHours {
        week = Map.copyOf(week);
        closed = Set.copyOf(closed);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("A desk that never opens cannot keep a deadline");
        }
    }

    /** From opening to closing on one day, closing later than opening. */
    public record Hours(LocalTime opens, LocalTime closes) {

        public Hours {
            if (!closes.isAfter(opens)) {
                throw new IllegalArgumentException("A desk that opens at " + opens + " cannot close at " + closes);
            }
        }
    }

    /** Open without a break from one instant to the other, the latter not included. */
    private record Shift(Instant from, Instant until) {

        Duration after(Instant instant) {
            var start = instant.isAfter(from) ? instant : from;
            return start.isBefore(until) ? Duration.between(start, until) : Duration.ZERO;
        }
    }

    /** The instant at which so much opening time has passed; throws IllegalStateException if the desk is closed for a year. */
    Instant after(Instant start, Duration time) {
        var left = time;
        var day = start.atZone(zone).toLocalDate();
        for (var days = 0; days <= MOST_DAYS + time.toDays() * 7; days++) {
            var shift = shift(day.plusDays(days));
            var open = shift.after(start);
            if (!open.isZero() && left.compareTo(open) <= 0) {
                return shift.until().minus(open).plus(left);
            }
            left = left.minus(open);
        }
        throw new IllegalStateException("A desk is closed for more than a year from " + start);
    }

    /** Opening time between two instants; zero if the second is not later. */
    public Duration between(Instant start, Instant end) {
        var passed = Duration.ZERO;
        var last = end.atZone(zone).toLocalDate();
        for (var day = start.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            var shift = shift(day);
            passed = passed.plus(shift.after(start)).minus(shift.after(start.isAfter(end) ? start : end));
        }
        return passed;
    }

    /** Whether somebody is there. */
    boolean open(Instant instant) {
        var shift = shift(instant.atZone(zone).toLocalDate());
        return !instant.isBefore(shift.from()) && instant.isBefore(shift.until());
    }

    private Shift shift(LocalDate day) {
        var hours = closed.contains(day) ? null : week.get(day.getDayOfWeek());
        var midnight = day.atStartOfDay(zone).toInstant();
        return hours == null
                ? new Shift(midnight, midnight)
                : new Shift(
                        day.atTime(hours.opens()).atZone(zone).toInstant(),
                        day.atTime(hours.closes()).atZone(zone).toInstant());
    }
}
