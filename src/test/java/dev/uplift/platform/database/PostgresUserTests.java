package dev.uplift.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "user.name", matches = "root")
class PostgresUserTests {

    private static final List<String> NO_NAMESPACE = List.of("no-such-program");

    @TempDir
    private Path parent;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("postgres"));
    }

    @Test
    void handsTheFolderToNobodyWhereNamespacesAreForbidden() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));

        var user = PostgresUser.inNamespace(folder, NO_NAMESPACE);

        assertThat(user.prefix().get(0)).isIn("setpriv", "runuser");
        assertThat(Files.getAttribute(folder, "unix:uid")).isEqualTo(65534);
    }

    @Test
    void saysWhatToDoWhenNobodyCannotEnterTheFolder() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> PostgresUser.inNamespace(folder, NO_NAMESPACE))
                .hasMessageContaining("cannot enter " + folder)
                .extracting(failure -> ((CannotStart) failure).remedy())
                .asString()
                .contains("normal user", "chmod o+x");
    }
}
