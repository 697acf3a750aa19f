package dev.uplift.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When mails go: at once, or collected to a time of the day or the week.
 *
 * @param at null for at once
 * @param day null for every day
 */
record Digest(@Nullable LocalTime at, @Nullable DayOfWeek day, ZoneId zone) {

    private static final Pattern FORM =
            Pattern.compile("(?:daily|weekly ([a-z]+)) ([0-2][0-9]:[0-5][0-9])(?: ([A-Za-z_/+-]+))?");

    /** Reads {@code immediately}, {@code daily 08:00} or {@code weekly monday 08:00 Europe/Berlin}; null for anything else. */
    static @Nullable Digest parse(String text, ZoneId usual) {
        if (text.equals("immediately")) {
            return new Digest(null, null, usual);
        }
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        var day = form.group(1) == null ? null : DayOfWeek.valueOf(form.group(1).toUpperCase(Locale.ROOT));
        return new Digest(
                LocalTime.parse(form.group(2)), day, form.group(3) == null ? usual : ZoneId.of(form.group(3)));
    }

    /** The first time for a mail that is not before this instant. */
    Instant next(Instant now) {
        if (at == null) {
            return now;
        }
        var today = now.atZone(zone).toLocalDate();
        for (var days = 0; days <= 7; days++) {
            var then = ZonedDateTime.of(today.plusDays(days), at, zone);
            if ((day == null || then.getDayOfWeek() == day) && !then.toInstant().isBefore(now)) {
                return then.toInstant();
            }
        }
        throw new IllegalStateException("Every day of the week comes within a week");
    }
}
