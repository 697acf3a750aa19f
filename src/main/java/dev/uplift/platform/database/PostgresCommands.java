package dev.uplift.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Runs the server's programs, as somebody else if we are root. */
final class PostgresCommands {

    /** Recovery after a crash may have to read gigabytes of log; PostgreSQL's own patience is one minute. */
    private static final int PATIENCE_SECONDS = 600;

    private static final String PATIENCE = String.valueOf(PATIENCE_SECONDS);

    private final Path program;
    private final Path folder;
    private final List<String> prefix;

    private PostgresCommands(Path program, Path folder, List<String> prefix) {
        this.program = program;
        this.folder = folder;
        this.prefix = prefix;
    }

    static PostgresCommands in(Path program, Path folder) {
        return new PostgresCommands(program, folder, PostgresUser.of(folder).prefix());
    }

    /** Makes the data folder unless it is there; in one piece, so that an interrupted attempt leaves nothing behind. */
    void initialise(Path data, String user, Path passwordFile) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        var fresh = data.resolveSibling(data.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(fresh);
        run(List.of(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                user,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale=C"));
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    void start(Path data, Path log, String options) {
        run(List.of(
                "pg_ctl", "-D", data.toString(), "-l", log.toString(), "-w", "-t", PATIENCE, "-o", options, "start"));
    }

    void stop(Path data) {
        run(List.of("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", PATIENCE, "stop"));
    }

    private void run(List<String> command) {
        var name = command.get(0);
        var file = program.resolve("bin").resolve(name).toString();
        var full = Stream.of(prefix, List.of(file), command.subList(1, command.size()))
                .flatMap(List::stream)
                .toList();
        try {
            var said = said(full);
            if (said.exit() != 0) {
                throw new CannotStart(
                        "PostgreSQL's " + name + " failed in " + folder + ": "
                                + said.text().strip(),
                        "Look into " + folder.resolve("postgres.log") + " for the reason.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's " + name + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running PostgreSQL's " + name, e);
        }
    }

    /** Output goes to a file, because the server inherits it and would keep a pipe open for ever. */
    private Said said(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "command", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var ended = process.waitFor(PATIENCE_SECONDS + 60L, TimeUnit.SECONDS);
            return new Said(ended ? process.exitValue() : -1, Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private record Said(int exit, String text) {}
}
