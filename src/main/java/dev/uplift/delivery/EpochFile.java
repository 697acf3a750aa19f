package dev.uplift.delivery;

import dev.uplift.platform.UpliftSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The file {@code epoch} in our home: with which database this node sent last, and how far that had come. */
@Component
class EpochFile {

    private static final int LENGTH = 128;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Path file;
    private final Path database;

    EpochFile(UpliftSettings settings) {
        this.file = settings.home().resolve("epoch");
        this.database = settings.home().resolve("postgres");
    }

    /**
     * What the file says.
     *
     * @param node number that the file system gave to the file when it was written; a copy of the file has another
     */
    record Entry(UUID id, long counter, String node) {}

    /** Empty for a home that never sent. */
    Optional<Entry> read() {
        try {
            var text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.isEmpty() ? Optional.empty() : Optional.of(entry(text.split("\\s+")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In place, since a new file would have a new number; so short that the disk writes all or nothing. */
    void write(UUID id, long counter) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                var text = "%s %d %s".formatted(id, counter, node());
                var line = text + " ".repeat(LENGTH - 1 - text.length()) + "\n";
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)), 0);
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether this is a copy of the file that was written. Only where database and file lie side by side and may both have
     * been copied back does that tell anything; elsewhere a copied home is merely a second node's.
     */
    boolean copied(Entry entry) {
        try {
            var now = node();
            return !now.equals("-") && !entry.node.equals("-") && !now.equals(entry.node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String node() throws IOException {
        var known = Files.exists(database)
                && file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return known ? String.valueOf(Files.getAttribute(file, "unix:ino")) : "-";
    }

    /** A damaged file is no proof that all is well, so it counts as one that belongs to another database. */
    private static Entry entry(String[] words) {
        try {
            return new Entry(UUID.fromString(words[0]), Long.parseLong(words[1]), words[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return new Entry(NOBODY, 0, "-");
        }
    }
}
