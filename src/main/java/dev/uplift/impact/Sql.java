package dev.uplift.impact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Statements too long for a text block, kept as files beside each other, and how instants are given to them. */
final class Sql {

    private Sql() {}

    static String file(String name) {
        try (var file = Sql.class.getResourceAsStream("/impact/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The statement " + name + " is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
