package dev.uplift.strategy;

import dev.uplift.impact.insights.Group;
import dev.uplift.impact.insights.Trend;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.Interval;
import dev.uplift.impact.stats.Power;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a key result stands on a day.
 *
 * @param now the answers of the window that ends on that day
 * @param from where it began, in points; a range if that was measured, the whole scale if nobody knows
 * @param path where the score has to be on that day, in points
 * @param forecast where the score will be by its day if it goes on as in the last two windows; null if they say too little
 */
public record Standing(
        KeyResult keyResult,
        Classes now,
        Interval from,
        Interval path,
        State state,
        @Nullable Effect forecast) {

    /** Below this nothing is worth telling apart, in points; as in a campaign without a goal. */
    private static final double LEAST_RISE = 5;

    /** Half of the scale, in points; a wider range forecasts nothing. */
    private static final double WIDEST_FORECAST = 100;

    /**
     * Judges the answers.
     *
     * @param began those of the window before the start; not looked at if the key result says where it began
     * @param earlier those of the window directly before
     */
    static Standing of(KeyResult keyResult, Classes now, Classes began, Classes earlier, LocalDate day) {
        var from = from(keyResult, began);
        var path = new Path(from, keyResult.start(), keyResult.target(), keyResult.by()).at(day);
        return new Standing(
                keyResult,
                now,
                from,
                path,
                enough(now) ? State.of(now.range(), path, keyResult.target()) : State.UNCLEAR,
                forecast(keyResult, now, earlier, day));
    }

    /** Whether so few answered that a score would tell about single persons. */
    public boolean hidden() {
        return now.answered() < Group.FEWEST_SHOWN;
    }

    /** Whether so few answered that the score may not decide anything. */
    public boolean few() {
        return !enough(now);
    }

    /** Whether it is known where the score began. */
    public boolean begun() {
        return !from.equals(Path.ANYWHERE);
    }

    /**
     * Answers still missing in the window until its range cannot hold both the beginning and the target, at least 30 in
     * all; 0 if the state is clear, or if more answers alone would not make it so. From the planned rise, never from the
     * score that was observed.
     */
    public long needed() {
        if (state != State.UNCLEAR) {
            return 0;
        }
        var rise = begun() ? keyResult.target() - (from.low() + from.high()) / 2 : LEAST_RISE;
        var variance = few() ? Power.PLANNING_VARIANCE : now.variance();
        var enough = begun() ? Power.forMargin(variance, Math.max(rise, LEAST_RISE) / 2) : 0;
        return Math.max(0, Math.max(enough, Trend.FEWEST) - now.answered());
    }

    private static Interval from(KeyResult keyResult, Classes began) {
        var stated = keyResult.from();
        if (stated != null) {
            return new Interval(stated, stated);
        }
        return enough(began) ? began.range().clipped(100) : Path.ANYWHERE;
    }

    private static @Nullable Effect forecast(KeyResult keyResult, Classes now, Classes earlier, LocalDate day) {
        if (!enough(now) || !enough(earlier) || !day.isBefore(keyResult.by())) {
            return null;
        }
        var windows = (double) ChronoUnit.DAYS.between(day, keyResult.by()) / keyResult.days();
        var forecast = Effect.extended(earlier, now, windows);
        var range = forecast.range();
        return range.high() - range.low() > WIDEST_FORECAST ? null : forecast;
    }

    private static boolean enough(Classes answers) {
        return answers.answered() >= Trend.FEWEST;
    }
}
