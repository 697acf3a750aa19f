package dev.uplift.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket: what may be sent now under one limit.
 *
 * <p>It holds little and refills at nine tenths of the rate, so that no second, however it is cut, sees more than the rate,
 * not even with what is on its way when it begins.
 *
 * @param tokens what may be sent at {@code filledAt}
 * @param firstDay the first day of use, UTC
 * @param day the day {@code takenToday} is about, UTC
 * @param restsUntil nothing may be sent before, and little soon after; null for no rest
 */
record Bucket(
        String key,
        double tokens,
        Instant filledAt,
        LocalDate firstDay,
        LocalDate day,
        int takenToday,
        @Nullable Instant restsUntil) {

    private static final double SHARE = 0.9;

    /** A clock that is further back than this was set back, rather than another node's. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** After a rest there is one a second, and twice as many every ten seconds, until it is as if there had been none. */
    private static final double DOUBLING = 10;

    private static final double RECOVERED = 100;

    static Bucket fresh(Limit limit, Instant now, Duration burst) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Bucket(limit.key(), capacity(limit.perSecond(), burst), now, today, today, 0, null);
    }

    /** The same at a later instant; a clock that was set back starts it anew, empty. */
    Bucket at(Instant now, Limit limit, Duration burst) {
        var elapsed = Duration.between(filledAt, now);
        if (elapsed.isNegative() && elapsed.plus(SKEW).isNegative()) {
            return with(0, now, now);
        }
        if (elapsed.isNegative()) {
            return this;
        }
        var rate = rate(limit, now);
        var filled = tokens + elapsed.toNanos() / 1e9 * rate * SHARE;
        return with(Math.min(capacity(rate, burst), filled), now, now);
    }

    /** How many may be sent. */
    int room(Limit limit) {
        if (restsUntil != null && filledAt.isBefore(restsUntil)) {
            return 0;
        }
        var paced = rate(limit, filledAt) > 0 ? (int) tokens : Integer.MAX_VALUE;
        return Math.max(0, Math.min(paced, today(limit)));
    }

    /** The same after these were sent; negative for some given back. */
    Bucket minus(int sent) {
        return new Bucket(key, tokens - sent, filledAt, firstDay, day, takenToday + sent, restsUntil);
    }

    /** The same after another share was taken for a send that was counted before. */
    Bucket again() {
        return new Bucket(key, tokens - 1, filledAt, firstDay, day, takenToday, restsUntil);
    }

    private int today(Limit limit) {
        var dayOfUse = (int) Math.max(0, ChronoUnit.DAYS.between(firstDay, day));
        return dayOfUse < limit.daily().size() ? limit.daily().get(dayOfUse) - takenToday : Integer.MAX_VALUE;
    }

    private Bucket with(double newTokens, Instant at, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Bucket(key, newTokens, at, firstDay, today, today.equals(day) ? takenToday : 0, restsUntil);
    }

    /** Most in a second now, or 0 for no limit. */
    private double rate(Limit limit, Instant now) {
        var awake = restsUntil == null
                ? RECOVERED
                : Duration.between(restsUntil, now).toMillis() / 1e3;
        if (awake >= RECOVERED) {
            return limit.perSecond();
        }
        var recovering = Math.pow(2, awake / DOUBLING);
        return limit.perSecond() > 0 ? Math.min(limit.perSecond(), recovering) : recovering;
    }

    private static double capacity(double rate, Duration burst) {
        return Math.max(1, rate * burst.toNanos() / 1e9);
    }
}
