package dev.uplift.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Settings and secrets for tests: the company's defaults and a fresh key. */
public final class TestSecrets {

    private static final UpliftSettings SETTINGS = settings();

    private TestSecrets() {}

    /** The default company, in a fresh home below {@code target}. */
    public static UpliftSettings settingsOfTheDefaultCompany() {
        return SETTINGS;
    }

    /** Secrets with the key of that home. */
    public static Secrets secrets() {
        try {
            return new Secrets(SETTINGS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UpliftSettings settings() {
        try {
            var home = Files.createTempDirectory(Path.of("target"), "home");
            var company = new UpliftSettings.Company(
                    "Nordwerk Energie",
                    "nordwerk.example",
                    "Am Alten Hafen 12, 28195 Bremen",
                    "service@nordwerk.example",
                    List.of("de", "en"),
                    "Europe/Berlin",
                    "DE");
            return new UpliftSettings(home, Path.of("."), null, null, null, null, company);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
