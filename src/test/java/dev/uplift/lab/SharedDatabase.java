package dev.uplift.lab;

import java.io.IOException;
import java.io.UncheckedIOException;

/** One server for all runs that leave it alone; it ends with us. */
final class SharedDatabase {

    private static final LabDatabase DATABASE = start();

    private SharedDatabase() {}

    static LabDatabase get() {
        return DATABASE;
    }

    private static LabDatabase start() {
        var database = LabDatabase.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        return database;
    }
}
