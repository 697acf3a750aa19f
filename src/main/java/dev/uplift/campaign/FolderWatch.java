package dev.uplift.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notices that a file in one of some folders was added, changed or removed. */
final class FolderWatch {

    private static final int DEPTH = 2;

    private final List<Path> folders;
    private Map<Path, String> seen;

    FolderWatch(Path... folders) {
        this.folders = List.of(folders);
        this.seen = files();
    }

    /** The files as they are now, or null if nothing has changed since the last look. */
    synchronized @Nullable Map<Path, String> changed() {
        var now = files();
        if (now.equals(seen)) {
            return null;
        }
        seen = now;
        return now;
    }

    private Map<Path, String> files() {
        var files = new HashMap<Path, String>();
        folders.forEach(folder -> files.putAll(files(folder)));
        return files;
    }

    private static Map<Path, String> files(Path folder) {
        try (var files = Files.find(folder, DEPTH, (path, attributes) -> attributes.isRegularFile())) {
            return files.collect(Collectors.toUnmodifiableMap(path -> path, FolderWatch::state));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder could not be read: " + folder, e);
        }
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            // Removed between the listing and this look; the next look will see that.
            return "gone";
        }
    }
}
