package dev.uplift.strategy;

import dev.uplift.impact.insights.Scope;
import dev.uplift.impact.insights.Span;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A score that is to be reached by a day.
 *
 * @param name by language
 * @param scope whose answers count
 * @param from the score at the start, in points; null if the answers before the start say it
 * @param start the day from which the score is to rise
 * @param target the score to reach, in points
 * @param by the day by which to reach it, after the start
 * @param days length of the window whose answers make the score of a day, that day being the last
 */
public record KeyResult(
        Map<String, String> name,
        Scope scope,
        @Nullable Integer from,
        LocalDate start,
        int target,
        LocalDate by,
        int days) {

    /** The window that ends on this day. */
    public Span window(LocalDate day) {
        return Span.ending(day, days);
    }

    /** The window whose answers say where it began. */
    Span windowBefore() {
        return window(start.minusDays(1));
    }
}
