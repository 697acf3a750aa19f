package dev.uplift.followup;

import dev.uplift.followup.OpeningHours.Hours;
import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a desk is open.
 *
 * @param zone of the company, for desks that name none
 * @param holidays public holidays of a country; empty for one we do not know
 */
record HoursReader(ZoneId zone, Function<String, Set<LocalDate>> holidays) {

    private static final Pattern SPAN = Pattern.compile("([0-2][0-9]:[0-5][0-9]) ?- ?([0-2][0-9]:[0-5][0-9])");
    private static final String REMEDY = "Write e.g. { monday-friday: \"08:00-18:00\", saturday: \"09:00-13:00\" }.";

    /** The hours, or null after a mistake, which is reported. */
    @Nullable
    OpeningHours read(Definition desk) {
        var node = desk.node("hours");
        if (node == null || node.fields().isEmpty()) {
            desk.problemAt("hours", "'hours' are missing.", REMEDY);
            return null;
        }
        var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        node.fields().forEach((days, span) -> add(week, days, span));
        var closed = desk.value("holidays", this::known, "Write a country whose holidays we know: DE.");
        var place = desk.value("zone", ZoneId::of, "Write a time zone, e.g. Europe/Berlin.");
        return week.isEmpty() ? null : new OpeningHours(place.orElse(zone), week, closed.orElse(Set.of()));
    }

    private void add(Map<DayOfWeek, Hours> week, String days, YamlNode span) {
        var named = days(days);
        if (named.isEmpty()) {
            span.problem("'" + days + "' are no days.", REMEDY);
        }
        Definition.converted(span, days, HoursReader::hours, "Write opening and closing, e.g. \"08:00-18:00\".")
                .ifPresent(hours -> named.forEach(day -> week.put(day, hours)));
    }

    private @Nullable Set<LocalDate> known(String country) {
        var days = holidays.apply(country);
        return days.isEmpty() ? null : days;
    }

    private static List<DayOfWeek> days(String text) {
        var ends = text.split("-", 2);
        var first = day(ends[0]);
        var last = day(ends[ends.length - 1]);
        var days = new ArrayList<DayOfWeek>();
        if (first != null && last != null) {
            for (var day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static @Nullable DayOfWeek day(String name) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(name.strip()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Hours hours(String text) {
        var span = SPAN.matcher(text);
        return span.matches() ? new Hours(LocalTime.parse(span.group(1)), LocalTime.parse(span.group(2))) : null;
    }
}
