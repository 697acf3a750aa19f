package dev.uplift.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the server's programs, as somebody else if we are root, because PostgreSQL refuses to run as root. */
final class PostgresCommands {

    private static final int NOBODY = 65534;

    private final Path program;
    private final Path folder;
    private final List<String> prefix;

    private PostgresCommands(Path program, Path folder, List<String> prefix) {
        this.program = program;
        this.folder = folder;
        this.prefix = prefix;
    }

    static PostgresCommands in(Path program, Path folder) {
        var absolute = folder.toAbsolutePath();
        return new PostgresCommands(program.toAbsolutePath(), absolute, prefix(absolute));
    }

    void initialise(Path data, String user, Path passwordFile) {
        run(List.of(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                user,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile.toAbsolutePath(),
                "-E",
                "UTF8",
                "--locale=C"));
    }

    void run(List<String> command) {
        var full = new ArrayList<>(prefix);
        full.add(program.resolve("bin").resolve(command.get(0)).toString());
        full.addAll(command.subList(1, command.size()));
        try {
            var output = Files.createTempFile(folder, "command", ".log");
            var process = new ProcessBuilder(full)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var ended = process.waitFor(120, TimeUnit.SECONDS);
            var said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(
                        "PostgreSQL's " + command.get(0) + " failed in " + folder + ": " + said);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("PostgreSQL's " + command.get(0) + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running PostgreSQL's " + command.get(0), e);
        }
    }

    private static List<String> prefix(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return List.of("unshare", "-U");
        }
        giveAway(folder);
        var setpriv = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs");
        return works(append(setpriv, "true")) ? setpriv : List.of("runuser", "-u", "nobody", "--");
    }

    /** Without a user namespace the server runs as nobody, who must own its folder. */
    private static void giveAway(Path folder) {
        if (!works(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))) {
            throw new IllegalStateException(
                    "Cannot hand " + folder + " to the user 'nobody'; start Uplift as a normal user");
        }
    }

    private static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> append(List<String> list, String last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
