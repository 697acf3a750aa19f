package dev.uplift.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why we write; decides which consent is needed. */
public enum Purpose {
    SERVICE,
    MARKETING,
    SURVEY;

    /** The name used in definitions, the database and the API, e.g. {@code service}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The purpose with this key, or empty if there is none. */
    public static Optional<Purpose> of(String key) {
        return Stream.of(values()).filter(purpose -> purpose.key().equals(key)).findFirst();
    }
}
