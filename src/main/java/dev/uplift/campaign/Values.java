package dev.uplift.campaign;

import dev.uplift.platform.Durations;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The small notations of a definition; each gives null for what it cannot read. */
final class Values {

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,4})?) ?%");
    private static final Pattern FRACTION = Pattern.compile("[01](?:\\.[0-9]{1,6})?");
    private static final Pattern PACE = Pattern.compile("([0-9]{1,6}) ?/ ?(s|min|h)");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Duration LONGEST_DELAY = Duration.ofDays(365);
    private static final int LONGEST_LINE = 120;

    private Values() {}

    /** A share such as {@code 20%} or {@code 0.2}, as a fraction from 0 to 1. */
    static @Nullable Double share(String text) {
        var percent = PERCENT.matcher(text);
        if (percent.matches()) {
            return atMostOne(Double.parseDouble(percent.group(1)) / 100);
        }
        return FRACTION.matcher(text).matches() ? atMostOne(Double.parseDouble(text)) : null;
    }

    /** A pace such as {@code 120/min}, {@code 2/s} or {@code 600/h}, in whole sends a minute; at least one. */
    static @Nullable Integer perMinute(String text) {
        var pace = PACE.matcher(text);
        if (!pace.matches()) {
            return null;
        }
        var number = Integer.parseInt(pace.group(1));
        var perMinute = switch (pace.group(2)) {
            case "s" -> number * 60;
            case "h" -> number / 60;
            default -> number;
        };
        return perMinute < 1 ? null : perMinute;
    }

    /** The name of a file or folder of content. */
    static @Nullable String key(String text) {
        return KEY.matcher(text).matches() ? text : null;
    }

    /** The name of an attribute of the customer. */
    static @Nullable String attribute(String text) {
        return ATTRIBUTE.matcher(text).matches() ? text : null;
    }

    /** One line of text for people. */
    static @Nullable String line(String text) {
        return text.length() <= LONGEST_LINE && text.lines().count() == 1 ? text : null;
    }

    /** A waiting time of at most a year. */
    static @Nullable Duration delay(String text) {
        var delay = Durations.parse(text);
        return delay == null || delay.compareTo(LONGEST_DELAY) > 0 ? null : delay;
    }

    /** A whole number in a range. */
    static @Nullable Integer between(int least, int most, String text) {
        var number = Integer.parseInt(text);
        return number < least || number > most ? null : number;
    }

    private static @Nullable Double atMostOne(double share) {
        return share <= 1 ? share : null;
    }
}
