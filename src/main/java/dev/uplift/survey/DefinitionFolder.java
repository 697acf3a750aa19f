package dev.uplift.survey;

import dev.uplift.platform.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A folder with one YAML file per definition; the key of a definition is its file name.
 *
 * @param name how problems call the folder, e.g. {@code campaigns}
 */
public record DefinitionFolder(Path folder, String name) {

    private static final Pattern FILE = Pattern.compile("([a-z0-9][a-z0-9-]{0,62})\\.yaml");

    /** Reads one definition; null for one with errors, which it adds to the problems. */
    @FunctionalInterface
    public interface Reader<T> {

        @Nullable
        T read(String key, String text, List<Problem> problems);
    }

    /** All definitions by key; of a broken one that which was known before stays in force. */
    public <T> Map<String, T> read(Map<String, T> known, Reader<T> reader, List<Problem> problems) {
        var definitions = new TreeMap<String, T>();
        texts(problems).forEach((key, text) -> {
            var read = reader.read(key, text, problems);
            var inForce = read == null ? known.get(key) : read;
            if (inForce != null) {
                definitions.put(key, inForce);
            }
        });
        return definitions;
    }

    /** The texts by key, in the order of the keys; a file that cannot be read is reported and left out. */
    public Map<String, String> texts(List<Problem> problems) {
        var texts = new TreeMap<String, String>();
        for (var file : files()) {
            var named = FILE.matcher(file.getFileName().toString());
            if (named.matches()) {
                read(named.group(1), file, texts, problems);
            } else {
                problems.add(Problem.error(
                        name + "/" + file.getFileName(),
                        "The file name is not a key.",
                        "Use lower-case letters, digits and hyphens, and end it with .yaml."));
            }
        }
        return texts;
    }

    /** The keys of all definitions, sound or not. */
    public Set<String> keys() {
        return files().stream()
                .map(file -> FILE.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(named -> named.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void read(String key, Path file, Map<String, String> texts, List<Problem> problems) {
        try {
            if (Files.size(file) > SafeYaml.MOST_CHARACTERS) {
                problems.add(SafeYaml.tooLarge(where(key)));
            } else {
                texts.put(key, Files.readString(file));
            }
        } catch (CharacterCodingException e) {
            problems.add(Problem.error(where(key), "The file is not UTF-8 text.", "Save it as UTF-8."));
        } catch (IOException e) {
            throw new UncheckedIOException(where(key) + " could not be read", e);
        }
    }

    private String where(String key) {
        return name + "/" + key + ".yaml";
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + name + " could not be read", e);
        }
    }
}
