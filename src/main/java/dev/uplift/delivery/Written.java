package dev.uplift.delivery;

import dev.uplift.message.Draft;

/**
 * What a person wrote to one customer in place of a template's own words; plain text.
 *
 * @param subject of a mail; empty for SMS
 * @param text empty lines part its paragraphs
 */
public record Written(String subject, String text) {

    Draft draft() {
        return new Draft(subject, text);
    }
}
