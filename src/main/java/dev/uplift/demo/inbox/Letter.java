package dev.uplift.demo.inbox;

import java.util.ArrayList;
import java.util.List;
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
        var leaves = new ArrayList<Part>();
        collect(whole, leaves, 0);
        return new Letter(whole.headers(), text(leaves, "text/html"), text(leaves, "text/plain"));
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

    private static void collect(Part part, List<Part> leaves, int depth) {
        if (!part.type().startsWith("multipart/")) {
            leaves.add(part);
        } else if (depth < DEEPEST) {
            part.parts().forEach(inner -> collect(inner, leaves, depth + 1));
        }
    }

    private static @Nullable String text(List<Part> leaves, String type) {
        return leaves.stream()
                .filter(part -> part.type().startsWith(type))
                .findFirst()
                .map(Part::text)
                .orElse(null);
    }
}
