package dev.uplift.campaign;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * When the runs of a schedule are due. A cron time is a local time: one that the change to summer time skips is due as much
 * later as the clock jumps, one that comes twice in autumn is due the first time.
 *
 * @param company zone in which a schedule for {@code recipient} is read
 */
record Timetable(Schedule schedule, ZoneId company) {

    private static final LocalDateTime ANY_DAY = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final int CHECKED_GAPS = 48;

    /** The first run after a launch; empty if a cron expression has no time left. */
    Optional<Instant> first(Instant launch) {
        var start = start();
        return start.isPresent() ? start.map(at -> at.isBefore(launch) ? launch : at) : atOrNext(launch);
    }

    /** The planned start, if there is one. */
    Optional<Instant> start() {
        return Optional.ofNullable(schedule.start())
                .map(local -> local.atZone(zone()).toInstant());
    }

    /** The next run of a recurring campaign after this instant. */
    Optional<Instant> next(Instant after) {
        if (schedule.cron() == null) {
            return Optional.empty();
        }
        var local = next(cron(schedule.cron()), LocalDateTime.ofInstant(after, zone()));
        while (local != null && !local.atZone(zone()).toInstant().isAfter(after)) {
            local = next(cron(schedule.cron()), local);
        }
        return Optional.ofNullable(local).map(time -> time.atZone(zone()).toInstant());
    }

    /** The text itself if it is a cron expression that fires at most once an hour, else null. */
    static @Nullable String expression(String text) {
        if (!CronExpression.isValidExpression(text)) {
            return null;
        }
        var cron = cron(text);
        var time = next(cron, ANY_DAY);
        for (int i = 0; i < CHECKED_GAPS && time != null; i++) {
            var next = next(cron, time);
            if (next != null && next.isBefore(time.plusHours(1))) {
                return null;
            }
            time = next;
        }
        return text;
    }

    private Optional<Instant> atOrNext(Instant launch) {
        return schedule.cron() == null ? Optional.of(launch) : next(launch);
    }

    private ZoneId zone() {
        return schedule.zone().equals("recipient") ? company : ZoneId.of(schedule.zone());
    }

    /** Quartz leaves out a time that the change to summer time skips; as if in UTC, nothing is skipped. */
    private static @Nullable LocalDateTime next(CronExpression cron, LocalDateTime after) {
        var next = cron.getNextValidTimeAfter(Date.from(after.toInstant(ZoneOffset.UTC)));
        return next == null ? null : LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC);
    }

    private static CronExpression cron(String text) {
        try {
            var cron = new CronExpression(text);
            cron.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return cron;
        } catch (ParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a cron expression", e);
        }
    }
}
