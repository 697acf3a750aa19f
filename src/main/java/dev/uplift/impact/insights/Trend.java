package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The score over time, with the limits within which chance alone moves it.
 *
 * @param mean score of all answers of the span in points; NaN without answers
 * @param slices weeks or months, the earliest first, also those without answers
 */
public record Trend(Span.Unit unit, double mean, List<Slice> slices) {

    /** Below so many answers a dot would show noise. */
    public static final int FEWEST = 30;

    private static final int LIMIT = 3;

    /** What a slice says beyond chance. */
    public enum Signal {
        NONE,
        LOWER,
        HIGHER
    }

    /**
     * One week or month.
     *
     * @param start its first day, which may lie before the span
     * @param limits where the score of so many answers lies by chance, in points: the mean ± 3 · 100 √(v / n) with the
     *     variance v of all answers of the span (Shewhart); meaningless without answers
     */
    public record Slice(LocalDate start, Classes answers, Interval limits) {

        /** Whether there are enough answers for a dot. */
        public boolean dotted() {
            return answers.answered() >= FEWEST;
        }

        /** Outside its limits or not; a slice without a dot never signals. */
        public Signal signal() {
            if (!dotted()) {
                return Signal.NONE;
            }
            if (answers.score() < limits.low()) {
                return Signal.LOWER;
            }
            return answers.score() > limits.high() ? Signal.HIGHER : Signal.NONE;
        }
    }

    static Trend of(Span span, Map<LocalDate, Classes> answers) {
        var all = answers.values().stream().reduce(Cells.NONE, Classes::plus);
        var slices = span.starts().stream()
                .map(start -> slice(start, answers.getOrDefault(start, Cells.NONE), all))
                .toList();
        return new Trend(span.unit(), all.score(), slices);
    }

    private static Slice slice(LocalDate start, Classes answers, Classes all) {
        var half = LIMIT * 100 * Math.sqrt(all.variance() / answers.answered());
        return new Slice(start, answers, new Interval(all.score() - half, all.score() + half));
    }
}
