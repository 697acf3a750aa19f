package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** CPU time as Linux keeps it, with that of children which have ended; steps of 10 ms. */
final class ProcessorTime {

    static final String WHY_NULL = "CPU time of processes is read from /proc, which this system does not have";

    private static final Path PROC = Path.of("/proc");
    private static final long MICROS_PER_TICK = 10_000;
    private static final int UTIME = 11;
    private static final int CSTIME = 14;

    private ProcessorTime() {}

    static boolean known() {
        return Files.exists(PROC.resolve("self/stat"));
    }

    /** Microseconds a process has used so far; null where the system does not tell. */
    static @Nullable Long of(long pid) throws IOException {
        return known() ? ticks(pid) * MICROS_PER_TICK : null;
    }

    /** Microseconds a process and all its descendants have used so far; null where the system does not tell. */
    static @Nullable Long ofTree(long root) throws IOException {
        if (!known()) {
            return null;
        }
        var ticks = ticks(root);
        for (var child : ProcessHandle.of(root).orElseThrow().descendants().toList()) {
            ticks += ticks(child.pid());
        }
        return ticks * MICROS_PER_TICK;
    }

    private static long ticks(long pid) throws IOException {
        try {
            var stat = Files.readString(PROC.resolve(pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var ticks = 0L;
            for (var field = UTIME; field <= CSTIME; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks;
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isPresent()) {
                throw e;
            }
            // ended since it was listed; from now on its parent's numbers include it
            return 0;
        }
    }
}
