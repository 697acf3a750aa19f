package dev.uplift.message;

import dev.uplift.platform.Medium;
import org.jspecify.annotations.Nullable;

/**
 * A rendered message.
 *
 * @param subject subject of a mail, null for SMS
 * @param html body of a mail, null for SMS
 * @param text the plain text: a mail's text part or the whole SMS
 * @param language language it was written in, e.g. {@code de}
 * @param templateHash SHA-256 of the template source, hexadecimal
 */
public record Message(
        Medium medium,
        @Nullable String subject,
        @Nullable Body html,
        String text,
        String language,
        String templateHash) {}
