package dev.uplift.message;

import dev.uplift.platform.Medium;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name of a template file says: {@code <channel>[.<variant>].<language>.ftlh}, or {@code .ftl} for text. */
record TemplateFile(
        String key, String name, Medium medium, @Nullable String variant, String language) {

    static final String RULE =
            "Name it email[.variant].language.ftlh or sms[.variant].language.ftl, e.g. email.b.de.ftlh.";

    private static final Pattern NAME =
            Pattern.compile("([a-z]+)(?:\\.([a-z0-9-]{1,20}))?\\.([a-z]{2,3})\\.(ftlh|ftl)");

    static Optional<TemplateFile> of(String key, String name) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Medium.of(matcher.group(1))
                .filter(medium -> matcher.group(4).equals(extension(medium)))
                .map(medium -> new TemplateFile(key, name, medium, matcher.group(2), matcher.group(3)));
    }

    /** The path below the templates folder, for messages to people. */
    String where() {
        return key + "/" + name;
    }

    private static String extension(Medium medium) {
        return switch (medium) {
            case EMAIL -> "ftlh";
            case SMS, WHATSAPP, MESSENGER -> "ftl";
            default -> "";
        };
    }
}
