package dev.uplift.audience;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rejected rows as a file to correct and import again: the original columns, and what is wrong. */
final class ErrorFile {

    static final List<String> COLUMNS = List.of("error_column", "error_value", "error_code", "error_text");

    private static final int LONGEST = 16_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Columns columns;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv;
    private long leftOut;

    ErrorFile(Columns columns, char separator) {
        this.columns = columns;
        this.text.append(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().fieldSeparator(separator).bufferSize(0).build(text);
        write(own(columns.headers()), COLUMNS);
    }

    /** Adds a rejected row. */
    void add(List<String> cells, Flaw flaw) {
        if (text.getBuffer().length() > LONGEST) {
            leftOut++;
            return;
        }
        var index = columns.indexOf(flaw.field());
        var error = List.of(
                index < 0 ? flaw.field() : columns.headers().get(index),
                index < 0 || index >= cells.size() ? "" : cells.get(index),
                flaw.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                flaw.what() + " " + flaw.remedy());
        write(own(cells), error);
    }

    /** The whole file, as it was with a byte order mark so that spreadsheets read it as UTF-8. */
    String text() {
        if (leftOut > 0) {
            write(own(List.of()), List.of("", "", "more", leftOut + " more rows were rejected; correct these first."));
            leftOut = 0;
        }
        return text.toString();
    }

    /** As many cells as the file has columns; those of an earlier error file are left out. */
    private List<String> own(List<String> cells) {
        var own = new ArrayList<String>();
        for (int index = 0; index < columns.count(); index++) {
            if (!COLUMNS.contains(columns.headers().get(index))) {
                own.add(index < cells.size() ? cells.get(index) : "");
            }
        }
        if (cells.size() > columns.count()) {
            own.set(own.size() - 1, String.join(" ", cells.subList(columns.count() - 1, cells.size())));
        }
        return own;
    }

    private void write(List<String> cells, List<String> error) {
        var row = new ArrayList<>(cells);
        row.addAll(error);
        csv.writeRecord(row.stream().map(Cells::storable).map(Cells::neutral).toList());
    }
}
