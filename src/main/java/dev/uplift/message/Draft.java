package dev.uplift.message;

import java.util.List;
import java.util.stream.Stream;

/**
 * A person's own words in place of a template's; plain text, which is never read as a template.
 *
 * @param subject of a mail; empty for SMS
 * @param text empty lines part its paragraphs
 */
public record Draft(String subject, String text) {

    /** The lines of each paragraph. */
    List<List<String>> paragraphs() {
        return Stream.of(printable().split("\\R(?:\\s*\\R)+"))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }

    /** The text without what no message may contain. */
    String printable() {
        return Values.printable(text).strip();
    }
}
