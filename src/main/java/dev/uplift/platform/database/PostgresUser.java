package dev.uplift.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom the server runs: as ourselves, unless we are root, which PostgreSQL refuses.
 *
 * <p>Root goes into a user namespace of its own, in which it is nobody in particular but keeps its files; where the
 * system forbids that, as many containers do, the user {@code nobody} gets the folder.
 *
 * @param prefix what to put before a command
 */
record PostgresUser(List<String> prefix) {

    private static final String NOBODY = "65534";

    static PostgresUser of(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new PostgresUser(List.of());
        }
        return inNamespace(folder, List.of("unshare", "-U"));
    }

    /** Split off so that a test can take the namespace away. */
    static PostgresUser inNamespace(Path folder, List<String> namespace) {
        if (works(namespace, "true")) {
            return new PostgresUser(namespace).owning(folder, "0:0");
        }
        var setpriv = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs");
        var runuser = List.of("runuser", "-u", "nobody", "--");
        return new PostgresUser(works(setpriv, "true") ? setpriv : runuser).owning(folder, NOBODY + ":" + NOBODY);
    }

    private PostgresUser owning(Path folder, String owner) {
        if (!works(List.of(), "chown", "-R", owner, folder.toString()) || !works(prefix, "test", "-w", folder + "/.")) {
            throw new CannotStart(
                    "PostgreSQL refuses to run as root, and the user it would run as instead cannot enter " + folder
                            + ".",
                    "Start Uplift as a normal user, or choose a folder whose parents everybody may enter"
                            + " (chmod o+x on each; a folder below /root is none): --uplift.home=FOLDER");
        }
        return this;
    }

    private static boolean works(List<String> prefix, String... command) {
        try {
            return new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of(command))
                                    .toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // The program is not installed.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
