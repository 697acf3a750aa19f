package dev.uplift.impact.insights;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** Days from the first to the last, both included; throws {@link IllegalArgumentException} if they are the wrong way round. */
public record Span(LocalDate first, LocalDate last) {

    private static final int MOST_WEEKS = 26;

    public Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A span from " + first + " cannot end on " + last);
        }
    }

    /** A span of so many days, 1 or more, that ends on this day. */
    public static Span ending(LocalDate last, long days) {
        return new Span(last.minusDays(days - 1), last);
    }

    /** How many days, 1 or more. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** As many days, directly before. */
    public Span before() {
        return ending(first.minusDays(1), days());
    }

    /** The same days of the year before; of a still earlier year if the span is longer than one. */
    public Span yearBefore() {
        var years = first.until(last).getYears() + 1;
        return new Span(first.minusYears(years), last.minusYears(years));
    }

    /** Weeks up to half a year, else months. */
    public Unit unit() {
        return days() <= MOST_WEEKS * 7 ? Unit.WEEK : Unit.MONTH;
    }

    /** The first days of all weeks or months that the span touches, the earliest first. */
    List<LocalDate> starts() {
        var unit = unit();
        return Stream.iterate(unit.startOf(first), start -> !start.isAfter(last), unit::next)
                .toList();
    }

    /** What one dot of a trend stands for. */
    public enum Unit {
        WEEK,
        MONTH;

        /** The day on which the week, a Monday, or the month of this day begins. */
        LocalDate startOf(LocalDate day) {
            return this == WEEK ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day.withDayOfMonth(1);
        }

        private LocalDate next(LocalDate start) {
            return this == WEEK ? start.plusWeeks(1) : start.plusMonths(1);
        }
    }
}
