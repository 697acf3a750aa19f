package dev.uplift.lab;

import dev.uplift.platform.database.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL that outlives the product's processes and can be ended in every way; always reached by a proxy. */
final class LabDatabase implements Closeable {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Path folder;
    private final TcpProxy proxy = new TcpProxy(this::port);
    private volatile EmbeddedPostgres server;

    private LabDatabase(Path folder) {
        this.folder = folder;
        this.server = EmbeddedPostgres.start(folder);
    }

    static LabDatabase in(Path folder) {
        return new LabDatabase(folder);
    }

    static LabDatabase start() {
        return in(Folders.fresh("postgres"));
    }

    TcpProxy network() {
        return proxy;
    }

    /** Makes an empty database; gives its name. */
    String fresh() {
        var name = "lab" + NAMES.incrementAndGet();
        JdbcClient.create(source("postgres")).sql("create database " + name).update();
        return name;
    }

    /** Where the product finds a database: behind the proxy. */
    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + name + "?reWriteBatchedInserts=true";
    }

    String user() {
        return server.user();
    }

    String password() {
        return server.password();
    }

    /** The oracle's own way into a database, past the proxy. */
    DataSource source(String name) {
        return new DriverManagerDataSource(server.url().replace("/postgres?", "/" + name + "?"), user(), password());
    }

    /** Ends it at once, as {@code pg_ctl stop -m immediate} does. */
    void stopImmediately() {
        Signals.send("QUIT", postmaster());
        awaitDeath();
    }

    /** Kills the server process; its children notice and follow. */
    void kill() {
        Signals.send("KILL", postmaster());
        awaitDeath();
    }

    /** Starts it again on the same data, as soon as what was left of it is gone. */
    void startAgain() {
        Threads.await("PostgreSQL to start again", Duration.ofMinutes(1), () -> {
            server = EmbeddedPostgres.start(folder);
            return true;
        });
    }

    /** Stops it, copies its files and starts it again; gives the copy. */
    Path backUp() {
        server.close();
        var copy = Folders.fresh("backup");
        copy(folder.resolve("data"), copy.resolve("data"));
        startAgain();
        return copy;
    }

    /** Stops it and starts it with the files of a backup. */
    void restore(Path backup) {
        server.close();
        ran("rm", "-rf", folder.resolve("data").toString());
        copy(backup.resolve("data"), folder.resolve("data"));
        startAgain();
    }

    private static void copy(Path from, Path to) {
        ran("cp", "-a", from.toString(), to.toString());
    }

    private static void ran(String... command) {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int port() {
        return Integer.parseInt(server.url().replaceFirst(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitDeath() {
        Threads.await(
                "PostgreSQL to end",
                Duration.ofMinutes(1),
                () -> Files.notExists(folder.resolve("data/postmaster.pid"))
                        || ProcessHandle.of(postmaster()).isEmpty());
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        server.close();
    }
}
