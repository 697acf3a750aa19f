package dev.uplift.strategy;

import dev.uplift.impact.stats.Interval;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Where a score has to be on its way: a straight line from where it began to the target, level before and after.
 *
 * @param from where it began, in points; a range if that was measured, the whole scale if nobody knows
 */
record Path(Interval from, LocalDate start, double target, LocalDate by) {

    /** The whole scale: nobody knows where it began. */
    static final Interval ANYWHERE = new Interval(-100, 100);

    /** Where the score has to be on this day; never above the target, which is all that was promised. */
    Interval at(LocalDate day) {
        var share = share(day);
        return new Interval(at(from.low(), share), at(from.high(), share));
    }

    private double at(double began, double share) {
        return share == 1 ? target : Math.min(target, began + share * (target - began));
    }

    private double share(LocalDate day) {
        var gone = (double) ChronoUnit.DAYS.between(start, day) / ChronoUnit.DAYS.between(start, by);
        return Math.max(0, Math.min(1, gone));
    }
}
