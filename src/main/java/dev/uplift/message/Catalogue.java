package dev.uplift.message;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import freemarker.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All templates as they were on disk at one moment.
 *
 * @param files the files of each template by key
 * @param layout the outer document of every mail, or null if it is missing or broken
 * @param strays what is wrong beside the template files themselves
 */
record Catalogue(Map<String, List<Parsed>> files, @Nullable Template layout, List<Problem> strays) {

    static final Catalogue NONE = new Catalogue(Map.of(), null, List.of());

    List<Problem> problems() {
        var problems = new ArrayList<>(strays);
        files.values().forEach(parsed -> parsed.forEach(file -> problems.addAll(file.problems())));
        return List.copyOf(problems);
    }

    /** The file read from the same name and content, so that nothing is parsed twice. */
    Optional<Parsed> known(TemplateFile file, String hash) {
        return of(file.key()).stream()
                .filter(parsed -> parsed.file().equals(file) && parsed.hash().equals(hash))
                .findFirst();
    }

    List<Parsed> of(String key) {
        return files.getOrDefault(key, List.of());
    }

    List<Parsed> of(String key, Medium medium) {
        return of(key).stream()
                .filter(parsed -> parsed.file().medium() == medium)
                .toList();
    }
}
