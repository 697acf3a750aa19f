package dev.uplift.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A channel by which a customer can be reached; the first four work without a person. */
public enum Medium {
    EMAIL,
    SMS,
    WHATSAPP,
    MESSENGER,
    CALL,
    VISIT,
    LETTER,
    WEBHOOK;

    /** The name used in definitions, the database and the API, e.g. {@code email}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel with this key, or empty if there is none. */
    public static Optional<Medium> of(String key) {
        return Stream.of(values()).filter(medium -> medium.key().equals(key)).findFirst();
    }
}
