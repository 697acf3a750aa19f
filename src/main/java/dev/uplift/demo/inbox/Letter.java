package dev.uplift.demo.inbox;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader sees it (RFC 5322 and RFC 2045).
 *
 * @param html the HTML part, or null without one
 * @param text the plain text part, or null without one
 */
public record Letter(
        Headers headers, @Nullable String html, @Nullable String text) {

    private static final int DEEPEST = 8;

    static Letter of(String raw) {
        var whole = Part.of(raw);
        return new Letter(
                whole.headers(),
                find(whole, "text/html", 0).orElse(null),
                find(whole, "text/plain", 0).orElse(null));
    }

    static String subject(String raw) {
        return Part.of(raw).headers().first("Subject").orElse("");
    }

    /** All that a reader can follow: the HTML, or the text where there is none. */
    public String body() {
        if (html != null) {
            return html;
        }
        return text == null ? "" : text;
    }

    private static Optional<String> find(Part part, String type, int depth) {
        var own = part.headers().first("Content-Type").orElse("text/plain").toLowerCase(Locale.ROOT);
        if (own.startsWith("multipart/")) {
            return depth == DEEPEST
                    ? Optional.empty()
                    : part.parts().stream()
                            .map(inner -> find(inner, type, depth + 1))
                            .flatMap(Optional::stream)
                            .findFirst();
        }
        return own.startsWith(type) ? Optional.of(part.text()) : Optional.empty();
    }
}
