package dev.uplift.platform.database;

import dev.uplift.platform.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The password of the embedded server, generated once and kept beside its data. */
record DatabasePassword(Path file, String value) {

    static DatabasePassword in(Path folder) throws IOException {
        var file = folder.resolve("password");
        if (!Files.exists(file)) {
            Files.writeString(file, Secrets.random());
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return new DatabasePassword(file, Files.readString(file).strip());
    }
}
