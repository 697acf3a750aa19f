package dev.uplift.audience;

import dev.uplift.platform.UpliftSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Customers from CSV files as people have them: any encoding, any separator, some rows broken. */
@Component
public class Imports {

    private static final int LONGEST_NAME = 200;

    private final CustomerBlock block;
    private final ImportLog log;
    private final UpliftSettings settings;

    Imports(CustomerBlock block, ImportLog log, UpliftSettings settings) {
        this.block = block;
        this.log = log;
        this.settings = settings;
    }

    /**
     * Reads a CSV file, streaming; of several rows with the same key the first counts.
     *
     * <p>The file is read through before the first row is stored, so a file that cannot be read stores nothing.
     *
     * @param mapping column to field, e.g. {@code Kundennummer -> externalId}, or to {@code -} to leave it out; columns it
     *     lacks are mapped by name
     * @param dryRun report only, store nothing
     * @throws dev.uplift.platform.InvalidInput if the file as a whole cannot be read, e.g. no column maps to externalId
     */
    public ImportReport run(
            String fileName, InputStream file, Map<String, String> mapping, boolean dryRun, Instant now) {
        var name = printable(fileName);
        try {
            var spooled = spool(file);
            try {
                return run(CsvFile.at(spooled, name), mapping, dryRun, now);
            } finally {
                Files.deleteIfExists(spooled);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file " + name + " could not be stored for reading; check uplift.home", e);
        }
    }

    /** The report of an earlier import. */
    public Optional<ImportReport> find(UUID id) {
        return log.report(id);
    }

    /** The rejected rows of an import: original columns plus error_column, error_value, error_code, error_text. */
    public Optional<String> errors(UUID id) {
        return log.errors(id);
    }

    private ImportReport run(CsvFile file, Map<String, String> mapping, boolean dryRun, Instant now)
            throws IOException {
        var columns = Columns.of(file.name(), file.header(), mapping);
        file.each(row -> {});
        var reader =
                new RowReader(columns, file.name(), ZoneId.of(settings.company().zone()));
        var errors = new ErrorFile(columns, file.separator());
        var run = new ImportRun(block, reader, columns, errors, !dryRun, now);
        file.each(run::add);
        run.finish();
        var report = report(file, columns, run, dryRun, now);
        log.save(report, errors.text());
        return report;
    }

    private static ImportReport report(CsvFile file, Columns columns, ImportRun run, boolean dryRun, Instant now) {
        var upserted = run.upserted();
        return new ImportReport(
                UUID.randomUUID(),
                file.name(),
                dryRun,
                file.encoding().name(),
                String.valueOf(file.separator()),
                columns.mapping(),
                run.read(),
                upserted.created(),
                upserted.updated(),
                upserted.unchanged(),
                run.refused(),
                upserted.rejected(),
                now);
    }

    /** On disk, because the encoding is only known at the end of the file. */
    private Path spool(InputStream file) throws IOException {
        var folder = Files.createDirectories(settings.home().resolve("uploads"));
        var spooled = Files.createTempFile(folder, "customers", ".csv");
        Files.copy(file, spooled, StandardCopyOption.REPLACE_EXISTING);
        return spooled;
    }

    private static String printable(String fileName) {
        var plain = fileName.replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }
}
