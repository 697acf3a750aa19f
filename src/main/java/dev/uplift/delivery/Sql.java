package dev.uplift.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements too long for a text block, kept as files beside each other. */
final class Sql {

    private Sql() {}

    static String file(String name) {
        try (var file = Sql.class.getResourceAsStream("/delivery/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The statement " + name + " is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
