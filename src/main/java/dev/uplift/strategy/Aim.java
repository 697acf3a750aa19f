package dev.uplift.strategy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a promise does for the company. */
public enum Aim {
    GROWTH,
    EFFICIENCY,
    SUSTAINABILITY;

    /** The word in files and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The aim of this word. */
    static Optional<Aim> of(String key) {
        return Stream.of(values()).filter(aim -> aim.key().equals(key)).findFirst();
    }
}
