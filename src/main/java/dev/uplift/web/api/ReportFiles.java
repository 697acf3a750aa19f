package dev.uplift.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A report's aggregates as files. */
final class ReportFiles {

    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

    private ReportFiles() {}

    /** One sheet per table, numbers as numbers. */
    static byte[] xlsx(List<ReportSheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Uplift", "1.0")) {
            sheets.forEach(sheet -> write(sheet, book.newWorksheet(sheet.name())));
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One line per number for programs, with a point as decimal sign: table, row, column, value. */
    static byte[] csv(List<ReportSheet> sheets) {
        var text = new StringWriter();
        var csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord("table", "row", "column", "value");
        for (var sheet : sheets) {
            for (var row : sheet.rows()) {
                for (var place = 1; place < row.size(); place++) {
                    csv.writeRecord(
                            sheet.name(),
                            neutral(String.valueOf(row.get(0))),
                            sheet.columns().get(place),
                            cell(row.get(place)));
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(ReportSheet sheet, Worksheet page) {
        for (var column = 0; column < sheet.columns().size(); column++) {
            page.value(0, column, sheet.columns().get(column));
            page.style(0, column).bold().set();
        }
        page.freezePane(0, 1);
        for (var row = 0; row < sheet.rows().size(); row++) {
            for (var column = 0; column < sheet.rows().get(row).size(); column++) {
                write(page, row + 1, column, sheet.rows().get(row).get(column));
            }
        }
    }

    private static void write(Worksheet page, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            page.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            page.value(row, column, truth);
        } else if (value != null) {
            page.value(row, column, value.toString());
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? neutral(text) : value.toString();
    }

    static String neutral(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
