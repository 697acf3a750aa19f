package dev.uplift.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server whose application was killed; it would hold the data folder against the new one. */
final class LeftoverServer {

    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);

    private LeftoverServer() {}

    static void stop(Path data, PostgresCommands commands) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        var process = pid(pidFile).flatMap(ProcessHandle::of);
        if (process.isEmpty()) {
            return;
        }
        var pid = process.get().pid();
        if (serves(data, process.get())) {
            log.info("Ending the PostgreSQL server that an earlier process left behind (process {})", pid);
            commands.stop(data);
        } else if (process.get().info().command().isPresent()) {
            // The number went to somebody else, as after a restart of a container; PostgreSQL would refuse to start.
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<Long> pid(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private static boolean serves(Path data, ProcessHandle process) {
        var arguments = process.info().arguments().orElse(new String[0]);
        return List.of(arguments).contains(data.toString());
    }
}
