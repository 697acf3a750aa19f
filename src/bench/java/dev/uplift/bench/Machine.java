package dev.uplift.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where it was measured.
 *
 * @param loadAverageBefore of the last minute before the run, negative where the system does not tell; near 0 if nobody
 *     else was at work
 */
record Machine(int processors, String processor, String system, String java, double loadAverageBefore) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                modelName(),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                Phase.round(system.getSystemLoadAverage()));
    }

    private static String modelName() {
        if (!Files.exists(PROCESSORS)) {
            return "unknown";
        }
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
