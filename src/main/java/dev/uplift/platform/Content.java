package dev.uplift.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Where marketers' content lies: the folders they keep, or else the copies that come with the product. */
@Component
public class Content {

    private final UpliftSettings settings;

    public Content(UpliftSettings settings) {
        this.settings = settings;
    }

    /** The folder with one sub-folder per template. */
    public Path templates() {
        return folder("templates");
    }

    /** The folder with one YAML file per campaign and the surveys below it. */
    public Path campaigns() {
        return folder("campaigns");
    }

    private Path folder(String name) {
        var own = settings.content().resolve(name);
        return Files.isDirectory(own) ? own : unpacked(name);
    }

    private Path unpacked(String name) {
        var target = settings.home().resolve("content").resolve(name);
        try {
            Files.createDirectories(target);
            var resolver = new PathMatchingResourcePatternResolver();
            for (var resource : resolver.getResources("classpath*:content/" + name + "/**/*.*")) {
                var address = resource.getURL().toString();
                var file = target.resolve(address.substring(
                        address.lastIndexOf("content/" + name + "/") + ("content/" + name + "/").length()));
                if (!Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    try (var source = resource.getInputStream()) {
                        Files.copy(source, file);
                    }
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The " + name + " that come with Uplift could not be unpacked", e);
        }
        return target;
    }
}
