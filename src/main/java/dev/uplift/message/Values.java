package dev.uplift.message;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Customers' data made fit for a message: no control characters, dates as dates. */
final class Values {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FDD0}\\x{FDD1}&&[^\\t\\r\\n]]");

    private final ZoneId zone;

    Values(ZoneId zone) {
        this.zone = zone;
    }

    Map<String, @Nullable Object> of(Map<?, ?> values) {
        var clean = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> clean.put(String.valueOf(name), one(value)));
        return clean;
    }

    private @Nullable Object one(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        return value instanceof List<?> list ? list.stream().map(this::one).toList() : value;
    }

    private Object text(String text) {
        var printable = printable(text);
        return IsoMoment.of(printable, zone).<Object>map(moment -> moment).orElse(printable);
    }

    /** The text without characters that no message may contain. */
    static String printable(String text) {
        return usual(text) ? text : UNPRINTABLE.matcher(text).replaceAll("");
    }

    /** Whether these are letters, digits and signs of everyday text; to look is quicker than to match. */
    private static boolean usual(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character < ' ' || (character >= '\u007f' && character < '\u00a0') || character >= '\ud800') {
                return false;
            }
        }
        return true;
    }
}
