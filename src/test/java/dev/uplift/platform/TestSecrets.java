package dev.uplift.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Secrets of an installation that exists for one test. */
public final class TestSecrets {

    private TestSecrets() {}

    /** Secrets with a key nobody else has. */
    public static Secrets fresh() {
        try {
            return new Secrets(settings(Files.createTempDirectory(Path.of("target"), "home")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Default settings with this home. */
    public static UpliftSettings settings(Path home) {
        var company = new UpliftSettings.Company(
                "Nordwerk Energie",
                "nordwerk.example",
                "Nordwerk Energie GmbH, Am Alten Hafen 12, 28195 Bremen",
                "service@nordwerk.example",
                List.of("de", "en"),
                "Europe/Berlin",
                "DE");
        return new UpliftSettings(home, Path.of("."), null, null, null, null, company);
    }
}
