package dev.uplift.platform;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them in definitions: a whole number and a unit. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([smhdw])");

    private Durations() {}

    /** Reads e.g. {@code 90s}, {@code 5m}, {@code 48h}, {@code 30d} or {@code 2w}; null for anything else. */
    public static @Nullable Duration parse(String text) {
        var form = FORM.matcher(text.strip());
        return form.matches() ? of(Long.parseLong(form.group(1)), form.group(2)) : null;
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "w" -> Duration.ofDays(7 * amount);
            default -> Duration.ofDays(amount);
        };
    }
}
