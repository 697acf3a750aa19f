package dev.uplift.web.api;

import dev.uplift.survey.answers.AnswerRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Answers as a workbook, written away every thousand rows; texts stand in their cells, since shared ones would stay in memory. */
final class AnswerBook implements AnswerFile {

    /** A sheet holds 1,048,576 rows. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int AT_ONCE = 1_000;

    private final Workbook book;
    private final List<String> columns;
    private final boolean named;
    private Worksheet sheet;
    private int sheets = 1;
    private int rows;

    AnswerBook(OutputStream out, List<String> columns, boolean named) {
        this.book = new Workbook(out, "Uplift", "1.0");
        this.columns = columns;
        this.named = named;
        this.sheet = sheet("answers");
    }

    @Override
    public void add(AnswerRow row) {
        if (rows == MOST_ROWS) {
            endSheet();
            sheets++;
            sheet = sheet("answers " + sheets);
        }
        rows++;
        var cells = cells(row);
        for (var column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        if (rows % AT_ONCE == 0) {
            flush();
        }
    }

    @Override
    public void finish() throws IOException {
        endSheet();
        book.finish();
    }

    private List<Object> cells(AnswerRow row) {
        return AnswerFile.cells(row, named);
    }

    private Worksheet sheet(String name) {
        var fresh = book.newWorksheet(name);
        for (var column = 0; column < columns.size(); column++) {
            fresh.inlineString(0, column, columns.get(column));
            fresh.style(0, column).bold().set();
        }
        fresh.freezePane(0, 1);
        rows = 0;
        return fresh;
    }

    private void write(int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(rows, column, number);
        } else if (cell instanceof Boolean truth) {
            sheet.value(rows, column, truth);
        } else {
            sheet.inlineString(rows, column, cell.toString());
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endSheet() {
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
