package dev.uplift.campaign;

import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Spelling;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads when a campaign runs. */
final class ScheduleReader {

    static final Schedule AT_LAUNCH = new Schedule(null, null, "recipient", null, null, List.of());

    private static final Set<String> EXCEPTIONS = Set.of("saturday", "sunday", "holiday");
    private static final Pattern HOURS = Pattern.compile("([0-9]{2}:[0-9]{2}) ?- ?([0-9]{2}:[0-9]{2})");

    /** The hours at which people may be contacted. */
    private record Hours(LocalTime opens, LocalTime closes) {}

    private ScheduleReader() {}

    static Schedule read(Definition schedule) {
        var hours = schedule.value(
                "between", ScheduleReader::hours, "Write hours of one day in quotes, e.g. \"09:00-19:00\".");
        return new Schedule(
                schedule.value("start", LocalDateTime::parse, "Write local date and time, e.g. 2026-12-01T09:00.")
                        .orElse(null),
                schedule.value(
                                "cron",
                                Timetable::expression,
                                "Write a Quartz expression of 6 fields, at most once an hour, e.g. \"0 0 9 1 * ?\" for the"
                                        + " first of each month at 9.")
                        .orElse(null),
                schedule.value("zone", ScheduleReader::zone, "Write recipient or a time zone such as Europe/Berlin.")
                        .orElse("recipient"),
                hours.map(Hours::opens).orElse(null),
                hours.map(Hours::closes).orElse(null),
                schedule.items("except", "Write a list such as [sunday, holiday].").stream()
                        .filter(ScheduleReader::known)
                        .map(ScheduleReader::text)
                        .toList());
    }

    private static boolean known(YamlNode day) {
        var known = EXCEPTIONS.contains(text(day));
        if (!known) {
            day.problem(
                    "'" + text(day) + "' is not a day that can be left out.", Spelling.remedy(text(day), EXCEPTIONS));
        }
        return known;
    }

    private static String text(YamlNode day) {
        return String.valueOf(day.text());
    }

    private static @Nullable String zone(String text) {
        return text.equals("recipient") || ZoneId.getAvailableZoneIds().contains(text) ? text : null;
    }

    private static @Nullable Hours hours(String text) {
        var form = HOURS.matcher(text);
        if (!form.matches()) {
            return null;
        }
        var hours = new Hours(LocalTime.parse(form.group(1)), LocalTime.parse(form.group(2)));
        return hours.opens().isBefore(hours.closes()) ? hours : null;
    }
}
