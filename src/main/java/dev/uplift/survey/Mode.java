package dev.uplift.survey;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of who gave an answer; promised to people when they are invited. */
public enum Mode {
    /** Staff see who answered and may follow up. */
    IDENTIFIED,
    /** The answer stays joined with the customer for counting; staff never see the name with it and nobody follows up. */
    PSEUDONYMOUS,
    /** Nothing joins the answer with the customer; it cannot be shown or changed again. */
    ANONYMOUS;

    /** The name used in definitions, texts and the database, e.g. {@code identified}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode with this key, or empty if there is none. */
    public static Optional<Mode> of(String key) {
        return Stream.of(values()).filter(mode -> mode.key().equals(key)).findFirst();
    }
}
