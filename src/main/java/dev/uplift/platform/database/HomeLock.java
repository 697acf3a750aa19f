package dev.uplift.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process out of our folder for as long as we live; the system releases it even if we are killed. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder; throws {@link CannotStart} if another process has it. */
    static HomeLock on(Path home) throws IOException {
        Files.createDirectories(home);
        var channel = FileChannel.open(
                home.resolve("uplift.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (!locks(channel)) {
            var holder = text(channel);
            channel.close();
            throw taken(home, holder);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new HomeLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(32);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    private static CannotStart taken(Path home, String holder) {
        return new CannotStart(
                "Another Uplift" + (holder.isBlank() ? "" : " (process " + holder.strip() + ")")
                        + " already runs on the folder "
                        + home.toAbsolutePath().normalize() + ".",
                "End it first, or give this one a folder and a port of its own: --uplift.home=FOLDER --server.port=PORT");
    }
}
