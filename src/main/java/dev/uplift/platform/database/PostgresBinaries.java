package dev.uplift.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from the jar that carries them for this platform. */
final class PostgresBinaries {

    /** Holds the size of the archive, which changes with every PostgreSQL release. */
    private static final String UNPACKED = ".unpacked";

    private PostgresBinaries() {}

    static Path unpackedIn(Path folder) throws IOException {
        var target = folder.resolve("program");
        var connection = archive().openConnection();
        var unpacked = target.resolve(UNPACKED);
        var version = String.valueOf(connection.getContentLengthLong());
        if (!Files.exists(unpacked) || !Files.readString(unpacked).equals(version)) {
            try (var archive = connection.getInputStream()) {
                unpack(archive, target);
            }
            Files.writeString(unpacked, version);
        }
        return target;
    }

    private static URL archive() {
        var name = "/postgres-" + system() + "-" + architecture() + ".txz";
        var archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new CannotStart(
                    "This Uplift carries no PostgreSQL for this platform (" + name + ").",
                    "Build it on this platform, or use an external PostgreSQL:"
                            + " --spring.datasource.url=jdbc:postgresql://HOST/DATABASE");
        }
        return archive;
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & 0100) != 0 && Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") && !name.contains("darwin") ? "windows" : name.contains("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") || name.equals("arm64") ? "arm_64" : "x86_64";
    }
}
