package dev.uplift.message;

import java.util.HashMap;
import java.util.Map;

/**
 * What a mail shows before it is opened.
 *
 * @param subject one line
 * @param preheader one line
 */
record MailHead(String subject, String preheader) {

    /** What the layout calls them. */
    Map<String, Object> fields() {
        return new HashMap<>(Map.of("subject", subject, "preheader", preheader));
    }
}
