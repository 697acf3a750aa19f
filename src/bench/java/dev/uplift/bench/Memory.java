package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Memory of a JVM, in MB, from its garbage collector's log.
 *
 * @param heapUsedMax most heap in use before any collection
 * @param heapAfterCollectionMax most heap in use after any collection: what was really needed, with little rubbish
 * @param heapSizeMax largest heap
 * @param residentMax most memory of the whole process; null where the system does not tell
 */
record Memory(
        int heapUsedMax,
        int heapAfterCollectionMax,
        int heapSizeMax,
        @Nullable Integer residentMax) {

    private static final Pattern COLLECTION = Pattern.compile(" Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");
    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    static Memory of(Path log, long pid) throws IOException {
        var most = new int[3];
        var collections = COLLECTION.matcher(Files.readString(log));
        while (collections.find()) {
            for (var number = 0; number < most.length; number++) {
                most[number] = Math.max(most[number], Integer.parseInt(collections.group(number + 1)));
            }
        }
        return new Memory(most[0], most[1], most[2], resident(pid));
    }

    private static @Nullable Integer resident(long pid) throws IOException {
        var status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return null;
        }
        var found = RESIDENT.matcher(Files.readString(status));
        return found.find() ? Integer.parseInt(found.group(1)) / 1024 : null;
    }
}
