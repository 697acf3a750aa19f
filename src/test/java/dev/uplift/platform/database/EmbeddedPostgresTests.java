package dev.uplift.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTests {

    @TempDir
    private Path folder;

    @Test
    void keepsItsDataOverARestart() {
        try (var server = EmbeddedPostgres.start(folder)) {
            remember(server, "kept");
        }

        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(remembered(server)).isEqualTo("kept");
        }
    }

    @Test
    void takesOverFromAServerThatAKilledProcessLeftBehind() {
        var left = EmbeddedPostgres.start(folder);
        remember(left, "committed before the kill");

        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(remembered(server)).isEqualTo("committed before the kill");
            assertThat(server.url()).isNotEqualTo(left.url());
        }
    }

    @Test
    void startsThoughTheNumberOfADeadServerBelongsToAnotherProcessNow() throws IOException {
        try (var server = EmbeddedPostgres.start(folder)) {
            remember(server, "kept");
        }
        Files.writeString(
                folder.resolve("data").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(remembered(server)).isEqualTo("kept");
        }
    }

    @Test
    void beginsAnewAfterAnInterruptedFirstStart() throws IOException {
        Files.createDirectories(folder.resolve("data.new"));
        Files.writeString(folder.resolve("data.new").resolve("PG_VERSION"), "18");

        try (var server = EmbeddedPostgres.start(folder)) {
            remember(server, "fine");

            assertThat(remembered(server)).isEqualTo("fine");
        }
    }

    @Test
    void neverForgetsACommit() {
        try (var server = EmbeddedPostgres.start(folder)) {
            var settings = jdbc(server)
                    .sql("select setting from pg_settings"
                            + " where name in ('fsync', 'full_page_writes', 'synchronous_commit')")
                    .query(String.class)
                    .list();

            assertThat(settings).containsExactly("on", "on", "on");
        }
    }

    private static void remember(EmbeddedPostgres server, String what) {
        jdbc(server).sql("create table memory as select ? as what").param(what).update();
    }

    private static String remembered(EmbeddedPostgres server) {
        return jdbc(server).sql("select what from memory").query(String.class).single();
    }

    private static JdbcClient jdbc(EmbeddedPostgres server) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password()));
    }
}
