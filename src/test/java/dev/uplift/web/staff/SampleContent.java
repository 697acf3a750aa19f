package dev.uplift.web.staff;

import dev.uplift.platform.Content;
import dev.uplift.platform.UpliftSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The shipped campaigns and templates in a folder that tests may write into. */
final class SampleContent {

    static final Path FOLDER =
            Path.of("target", "sample-content-" + ProcessHandle.current().pid());

    private SampleContent() {}

    static Content copy() {
        List.of("campaigns", "templates").forEach(SampleContent::copy);
        var properties = new MapConfigurationPropertySource(
                Map.of("uplift.home", FOLDER.toString(), "uplift.content", FOLDER.toString()));
        return new Content(
                new Binder(properties).bind("uplift", UpliftSettings.class).get());
    }

    private static void copy(String folder) {
        try (var files = Files.walk(Path.of(folder))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = FOLDER.resolve(file);
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
