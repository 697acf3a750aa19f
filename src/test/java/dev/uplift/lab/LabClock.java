package dev.uplift.lab;

import dev.uplift.platform.UpliftClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A node's clock that is wrong by as much as a file says, which may change while the node runs. */
@TestConfiguration(proxyBeanMethods = false)
class LabClock {

    /** Names the file, which holds a duration such as {@code PT2H}. */
    static final String FILE = "lab.clock";

    @Bean
    @Primary
    UpliftClock wrongClock() {
        return new Wrong(Path.of(System.getProperty(FILE)));
    }

    static void set(Path file, Duration offset) {
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, offset.toString());
            Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Wrong extends UpliftClock {

        private static final long LOOK_EVERY_NANOS = 50_000_000;

        private final Path file;
        private volatile Duration offset = Duration.ZERO;
        private volatile long looked = System.nanoTime() - LOOK_EVERY_NANOS;

        Wrong(Path file) {
            this.file = file;
        }

        @Override
        public Instant instant() {
            if (System.nanoTime() - looked >= LOOK_EVERY_NANOS) {
                looked = System.nanoTime();
                offset = read();
            }
            return super.instant().plus(offset);
        }

        private Duration read() {
            try {
                return Duration.parse(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
