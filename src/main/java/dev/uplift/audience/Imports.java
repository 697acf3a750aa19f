package dev.uplift.audience;

import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Customers from CSV files as people have them: any encoding, any separator, some rows broken. */
@Component
public class Imports {

    /**
     * Reads a CSV file, streaming.
     *
     * @param mapping column to field, e.g. {@code Kundennummer -> externalId}; columns it lacks are mapped by name
     * @param dryRun report only, store nothing
     * @throws dev.uplift.platform.InvalidInput if the file as a whole cannot be read, e.g. no column maps to externalId
     */
    public ImportReport run(
            String fileName, InputStream file, Map<String, String> mapping, boolean dryRun, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The report of an earlier import. */
    public Optional<ImportReport> find(UUID id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The rejected rows of an import: original columns plus error_column, error_value, error_code, error_text. */
    public Optional<String> errors(UUID id) {
        throw new UnsupportedOperationException("not built yet");
    }
}
