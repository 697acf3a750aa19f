package dev.uplift.bench;

import dev.uplift.UpliftApplication;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The product as a user starts it: its own JVM with 512 MB of heap, its own PostgreSQL, one relay. */
final class UpliftProcess implements AutoCloseable {

    private static final String KEY = "benchmark-key";
    private static final Duration START = Duration.ofMinutes(4);

    private final Path folder;
    private final Process process;
    private final Api api;

    private UpliftProcess(Path folder, Process process, Api api) {
        this.folder = folder;
        this.process = process;
        this.api = api;
    }

    /** Starts it in a new folder and waits until it serves. */
    static UpliftProcess start(Path folder, int relay, int connections) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var api = new Api(freePort(), KEY);
        var command = Child.command(
                "-Xmx512m",
                "-Xlog:gc:file=" + folder.resolve("gc.log"),
                "-cp",
                classPath(),
                UpliftApplication.class.getName(),
                "--uplift.home=" + folder.resolve("home"),
                "--server.port=" + api.port(),
                "--uplift.api-key=" + KEY,
                "--uplift.admin-password=" + KEY,
                "--uplift.demo=false",
                "--uplift.mail.relays[0].host=localhost",
                "--uplift.mail.relays[0].port=" + relay,
                "--uplift.mail.relays[0].connections=" + connections);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("uplift.log").toFile())
                .start();
        var uplift = new UpliftProcess(folder, process, api);
        uplift.awaitStart();
        return uplift;
    }

    Api api() {
        return api;
    }

    /** CPU time of the JVM in microseconds; null where the system does not tell. */
    @Nullable
    Long processorTime() throws IOException {
        return ProcessorTime.of(process.pid());
    }

    /** CPU time of all processes of its PostgreSQL in microseconds; null where the system does not tell. */
    @Nullable
    Long databaseTime() throws IOException {
        return ProcessorTime.ofTree(postmaster());
    }

    Memory memory() throws IOException {
        return Memory.of(folder.resolve("gc.log"), process.pid());
    }

    private void awaitStart() throws IOException, InterruptedException {
        var end = System.nanoTime() + START.toNanos();
        while (!api.up()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                close();
                throw new IOException("Uplift did not start; see " + folder.resolve("uplift.log"));
            }
            Thread.sleep(200);
        }
    }

    private long postmaster() throws IOException {
        var pid = folder.resolve("home/postgres/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(pid).get(0).strip());
    }

    /** Ours without the test classes, which the component scan would find. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        Child.end(process);
    }
}
