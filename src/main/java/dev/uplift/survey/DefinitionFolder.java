package dev.uplift.survey;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with one YAML file per definition; the key of a definition is its file name.
 *
 * @param name how problems call the folder, e.g. {@code campaigns}
 */
public record DefinitionFolder(Path folder, String name) {

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionFolder.class);

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

    /** The text of one definition; empty if there is none of that key. */
    public Optional<String> text(String key) {
        var file = file(key);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(where(key) + " could not be read", e);
        }
    }

    /**
     * Replaces the text of one definition, or adds it; whoever reads meanwhile gets the old text or the new one, whole. Throws
     * {@link InvalidInput} if the folder cannot be written to.
     */
    public void write(String key, String text) {
        try {
            Files.createDirectories(folder);
            // a name that is not that of a definition, so that nobody reads it half-written
            var fresh = Files.createTempFile(folder, key, ".tmp");
            Files.writeString(fresh, text);
            Files.move(fresh, file(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} could not be written: {}", where(key), e.toString());
            throw new InvalidInput(List.of(Problem.error(
                    where(key),
                    "The folder " + name + " cannot be written to.",
                    "Ask an administrator to make it writable, or change the file there.")));
        }
    }

    private Path file(String key) {
        var name = key + ".yaml";
        if (!FILE.matcher(name).matches()) {
            throw new InvalidInput(List.of(Problem.error(
                    "key", "'" + key + "' is not a key.", "Use lower-case letters, digits and hyphens, at most 63.")));
        }
        return folder.resolve(name);
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
