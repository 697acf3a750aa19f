package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How long a step takes, and the database beneath the product to prepare it in. */
final class Timing {

    private Timing() {}

    /** Something that takes time. */
    interface Step {
        void take() throws IOException, InterruptedException;
    }

    static Duration of(Step step) throws IOException, InterruptedException {
        var began = System.nanoTime();
        step.take();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    static Duration mean(int times, Step step) throws IOException, InterruptedException {
        return of(() -> {
                    for (var time = 0; time < times; time++) {
                        step.take();
                    }
                })
                .dividedBy(times);
    }

    static void say(String what, Duration time, Object... values) {
        System.out.printf(Locale.ROOT, "%s: %.2f s%n", String.format(Locale.ROOT, what, values), time.toMillis() / 1e3);
    }

    /** The embedded database of a running product. */
    static JdbcClient database(Path postgres) throws IOException {
        var port = Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3);
        var password = Files.readString(postgres.resolve("password")).strip();
        return JdbcClient.create(
                new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "uplift", password));
    }
}
