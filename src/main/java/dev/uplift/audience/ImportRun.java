package dev.uplift.audience;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One pass over the rows of a file, a block at a time; of rows with the same key the first counts. */
final class ImportRun {

    /** Most rejected rows listed in a report; the error file goes on. */
    static final int MOST_LISTED = 10_000;

    private static final int BLOCK_CHARACTERS = 4_000_000;

    private final CustomerBlock block;
    private final RowReader reader;
    private final Columns columns;
    private final ErrorFile errors;
    private final boolean keep;
    private final Instant now;

    private final SeenKeys seen = new SeenKeys();
    private final Map<Long, List<String>> rows = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Tally tally = new Tally();
    private final List<Upserted.Rejected> rejected = new ArrayList<>();
    private final List<Flaw> flawed = new ArrayList<>();
    private int characters;
    private long read;
    private long refused;

    ImportRun(CustomerBlock block, RowReader reader, Columns columns, ErrorFile errors, boolean keep, Instant now) {
        this.block = block;
        this.reader = reader;
        this.columns = columns;
        this.errors = errors;
        this.keep = keep;
        this.now = now;
    }

    /** Takes a row; full blocks are stored at once. */
    void add(CsvRecord row) {
        var line = row.getStartingLineNumber();
        var cells = row.getFields();
        read++;
        rows.put(line, cells);
        characters += cells.stream().mapToInt(String::length).sum();
        check(line, cells);
        if (rows.size() == CustomerBlock.SIZE || characters > BLOCK_CHARACTERS) {
            flush();
        }
    }

    /** Stores the last block. */
    void finish() {
        flush();
    }

    Upserted upserted() {
        return new Upserted(
                tally.count(Outcome.CREATED), tally.count(Outcome.UPDATED), tally.count(Outcome.UNCHANGED), rejected);
    }

    long read() {
        return read;
    }

    long refused() {
        return refused;
    }

    private void check(long line, List<String> cells) {
        if (cells.size() != columns.count()) {
            var flaws = new Flaws(line, null);
            flaws.add(
                    "row",
                    Flaw.Code.FIELD_COUNT,
                    "The row has " + cells.size() + " fields, the header " + columns.count() + ".",
                    "Put values that contain the separator into quotation marks.");
            flaws.first().ifPresent(flawed::add);
            return;
        }
        var key = reader.key(cells);
        var flaws = new Flaws(line, key);
        if (!key.isEmpty() && !seen.add(key)) {
            flaws.add(
                    "externalId",
                    Flaw.Code.DUPLICATE,
                    "An earlier row has the same key.",
                    "Keep one row per customer; the first one counted.");
        }
        var input = reader.input(cells, line, flaws);
        flaws.first().ifPresentOrElse(flawed::add, () -> entries.add(new Entry(line, input)));
    }

    private void flush() {
        if (!entries.isEmpty()) {
            var taken = block.take(entries, now, keep);
            for (var outcome : Outcome.values()) {
                tally.add(outcome, taken.count(outcome));
            }
            flawed.addAll(taken.flaws());
        }
        flawed.sort(Comparator.comparingLong(Flaw::position));
        flawed.forEach(this::refuse);
        flawed.clear();
        entries.clear();
        rows.clear();
        characters = 0;
    }

    private void refuse(Flaw flaw) {
        refused++;
        errors.add(rows.getOrDefault(flaw.position(), List.of()), flaw);
        if (rejected.size() < MOST_LISTED) {
            rejected.add(flaw.rejected());
        }
    }
}
