package dev.uplift.lab;

import dev.uplift.UpliftApplication;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as a process of its own, which can be killed, stopped and continued. */
final class Node implements Closeable {

    private static final Duration START = Duration.ofMinutes(2);

    private final int port;
    private final Path log;
    private final Process process;

    private Node(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** Starts a process; does not wait until it serves. */
    static Node launch(int port, Path log, Path clock, List<String> settings, Map<String, String> environment) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Lab.HEAP,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-D" + LabClock.FILE + "=" + clock,
                "-cp",
                System.getProperty("java.class.path"),
                UpliftApplication.class.getName(),
                "--spring.main.sources=" + LabClock.class.getName(),
                "--server.port=" + port));
        command.addAll(settings);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Node(port, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Node awaitReady() {
        Threads.await("the node at port " + port + " to serve, see " + log, START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The node ended with " + process.exitValue() + ": " + log());
            }
            return api().up();
        });
        return this;
    }

    Api api() {
        return new Api("http://localhost:" + port);
    }

    boolean alive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(20));
    }

    /** Asks it to end and gives its exit code; throws if it takes longer. */
    int end(Duration budget) {
        Signals.send("TERM", process.pid());
        return awaitExit(budget);
    }

    int awaitExit(Duration longest) {
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The node did not end within " + longest.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void freeze() {
        Signals.send("STOP", process.pid());
    }

    void thaw() {
        Signals.send("CONT", process.pid());
    }

    /** How much processor time it has used. */
    Duration used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
