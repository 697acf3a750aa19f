package dev.uplift.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL server of our own: binaries, data and password in one folder, reachable from this machine only.
 *
 * <p>Everything that makes a commit durable stays on; a killed server recovers at the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "uplift";

    private final PostgresCommands commands;
    private final Path data;
    private final String password;
    private final int port;

    private EmbeddedPostgres(PostgresCommands commands, Path data, String password, int port) {
        this.commands = commands;
        this.data = data;
        this.password = password;
        this.port = port;
    }

    /** Starts the server in this folder; creates it on first use, ends a server that an earlier process left behind. */
    public static EmbeddedPostgres start(Path folder) {
        var home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            var program = PostgresBinaries.unpackedIn(home);
            var password = DatabasePassword.in(home);
            var commands = PostgresCommands.in(program, home);
            var data = home.resolve("data");
            LeftoverServer.stop(data, commands);
            commands.initialise(data, USER, password.file());
            var server = new EmbeddedPostgres(commands, data, password.value(), freePort());
            server.launch(home.resolve("postgres.log"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be set up in " + home, e);
        }
    }

    /** The JDBC address of its only database. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true";
    }

    /** The database user. */
    public String user() {
        return USER;
    }

    /** The user's password, generated when the folder was created. */
    public String password() {
        return password;
    }

    /** Stops the server; whoever ends a whole group of processes may have done so already. */
    @Override
    public void close() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            commands.stop(data);
        }
    }

    private void launch(Path log) {
        commands.start(
                data,
                log,
                "-p " + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60"
                        + " -c shared_buffers=256MB -c max_wal_size=2GB -c jit=off"
                        + " -c fsync=on -c full_page_writes=on -c synchronous_commit=on"
                        // Values and statements can be customers' data, which has no place in a log.
                        + " -c log_error_verbosity=terse -c log_min_error_statement=panic -c log_checkpoints=off");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
