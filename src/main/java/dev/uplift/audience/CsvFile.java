package dev.uplift.audience;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A CSV file (RFC 4180) in whatever encoding and with whatever separator; read a row at a time.
 *
 * @param name what people call the file
 */
record CsvFile(String name, Path path, Charset encoding, char separator) {

    private static final int LONGEST_ROW = 1 << 20;
    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_ROWS = 5_000_000;
    private static final int START = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Finds out encoding and separator. */
    static CsvFile at(Path path, String name) throws IOException {
        var encoding = Encoding.of(path);
        try (var reader = reader(path, encoding)) {
            var start = new char[START];
            var read = Math.max(0, reader.read(start));
            return new CsvFile(name, path, encoding, Separator.in(new String(start, 0, read)));
        }
    }

    /** The names of the columns; throws {@link InvalidInput} if the file is empty. */
    List<String> header() throws IOException {
        try (var rows = open()) {
            for (var row : rows) {
                if (!namesSeparator(row)) {
                    return row.getFields().stream()
                            .map(Cells::storable)
                            .map(String::strip)
                            .toList();
                }
            }
        } catch (CsvParseException e) {
            throw tooLarge(0);
        }
        throw refused(1, "The file is empty.", "Give a header row and one row per customer.");
    }

    /** Reads every row below the header; throws {@link InvalidInput} at the first that is too large to be a row. */
    void each(Consumer<CsvRecord> consumer) throws IOException {
        long line = 0;
        long rows = -1;
        try (var reader = open()) {
            for (var row : reader) {
                line = row.getStartingLineNumber();
                if (!namesSeparator(row) && ++rows > 0) {
                    consumer.accept(row);
                }
                if (rows > MOST_ROWS) {
                    throw refused(
                            line, "The file has more than " + MOST_ROWS + " rows.", "Split it into several files.");
                }
            }
        } catch (CsvParseException e) {
            throw tooLarge(line);
        }
    }

    private CsvReader<CsvRecord> open() throws IOException {
        var limits = CsvRecordHandler.of(handler ->
                handler.maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_ROW).maxRecordSize(LONGEST_ROW));
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * LONGEST_ROW)
                .build(limits, reader(path, encoding));
    }

    private static Reader reader(Path path, Charset encoding) throws IOException {
        var reader = new PushbackReader(new InputStreamReader(Files.newInputStream(path), encoding));
        var first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    /** Spreadsheets may write their separator into a line of its own before the header. */
    private static boolean namesSeparator(CsvRecord row) {
        return row.getStartingLineNumber() == 1
                && (row.getField(0).equals("sep=") || row.getField(0).matches("sep=[;,\t|]"));
    }

    private InvalidInput tooLarge(long lineBefore) {
        return refused(
                lineBefore + 1,
                "The row after line " + lineBefore + " is longer than 1 MB or has more than " + MOST_COLUMNS
                        + " columns.",
                "Look for a quotation mark that is opened and never closed.");
    }

    private InvalidInput refused(long line, String what, String remedy) {
        return new InvalidInput(
                List.of(new Problem(Problem.Severity.ERROR, name, Math.toIntExact(line), null, what, remedy)));
    }
}
