package dev.uplift.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the laboratory keeps what it needs and finds. */
final class Folders {

    private static final Path ROOT = Path.of("target", "lab").toAbsolutePath();

    private Folders() {}

    static Path fresh(String purpose) {
        try {
            Files.createDirectories(ROOT);
            return Files.createTempDirectory(ROOT, purpose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
