package dev.uplift.platform.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StartFailureTests {

    @TempDir
    private Path folder;

    @Test
    void refusesASecondProcessOnTheSameFolder() throws IOException {
        try (var first = HomeLock.on(folder)) {
            assertThatThrownBy(() -> HomeLock.on(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(folder.toString());
            assertThat(first).isNotNull();
        }

        try (var next = HomeLock.on(folder)) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void namesTheFolderThatIsAFile() throws IOException {
        var file = Files.createFile(folder.resolve("home"));
        var environment = environment(Map.of("uplift.home", file.toString()));

        var analysis = analysis(new UnusableFileAnalyzer(environment).analyze(failure(() -> HomeLock.on(file))));

        assertThat(analysis.getDescription()).contains(file.toString(), "a file where a folder is needed");
        assertThat(analysis.getAction()).contains("--uplift.home=FOLDER");
    }

    @Test
    void namesTheDatabaseThatDoesNotAnswerWithoutItsCredentials() {
        var url = "jdbc:postgresql://localhost:1/uplift?user=u&password=hidden";
        var environment = environment(Map.of("spring.datasource.url", url));

        var analysis = analysis(new UnreachableDatabaseAnalyzer(environment)
                .analyze(failure(() -> DriverManager.getConnection(url).close())));

        assertThat(analysis.getDescription())
                .contains("jdbc:postgresql://localhost:1/uplift cannot be used")
                .doesNotContain("hidden");
        assertThat(analysis.getAction()).contains("spring.datasource.url");
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }

    private static FailureAnalysis analysis(@Nullable FailureAnalysis analysis) {
        return requireNonNull(analysis, "the failure should be explained");
    }

    private static Throwable failure(Attempt attempt) {
        try {
            attempt.run();
        } catch (Exception e) {
            return new IllegalStateException("wrapped as Spring does", e);
        }
        throw new AssertionError("should have failed");
    }

    private interface Attempt {
        void run() throws Exception;
    }
}
