package dev.uplift.web.staff;

import dev.uplift.impact.insights.Span;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days, weeks and months in the reader's words. */
record Dates(Wording wording) {

    String span(Span span) {
        return wording.text("staff.insights.span", wording.date(span.first()), wording.date(span.last()));
    }

    /** A week or a month as a sentence wants it. */
    String slice(LocalDate start, Span.Unit unit) {
        return unit == Span.Unit.MONTH
                ? format(start, "LLLL yyyy")
                : wording.text("staff.insights.week", wording.date(start));
    }

    /** A week or a month as there is room for it under a chart. */
    String brief(LocalDate start, Span.Unit unit) {
        return format(start, unit == Span.Unit.MONTH ? "LLL yy" : wording.text("staff.insights.day.pattern"));
    }

    private String format(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, wording.locale()).format(day);
    }
}
