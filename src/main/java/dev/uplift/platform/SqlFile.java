package dev.uplift.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements too long for a text block, kept as files beside each other. */
public final class SqlFile {

    private SqlFile() {}

    /** The statement in {@code <module>/<name>.sql} of the jar; throws IllegalStateException if it is not there. */
    public static String of(String path) {
        try (var file = SqlFile.class.getResourceAsStream("/" + path)) {
            if (file == null) {
                throw new IllegalStateException("The statement " + path + " is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
