package dev.uplift.survey;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What calls itself by a user agent; the name itself is not kept. */
public enum Agent {
    BROWSER,
    PROGRAM,
    NONE;

    private static final Pattern PROGRAMS = Pattern.compile(
            "bot|crawl|spider|scan|preview|fetch|monitor|headless|curl|wget|python|java|okhttp|go-http|axios|node");

    /** Of the header of a request; it proves nothing, since programs may call themselves what they like. */
    public static Agent of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return NONE;
        }
        var name = userAgent.toLowerCase(Locale.ROOT);
        return name.startsWith("mozilla/") && !PROGRAMS.matcher(name).find() ? BROWSER : PROGRAM;
    }
}
