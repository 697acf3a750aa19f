package dev.uplift.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.uplift.survey.answers.AnswerRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file that takes one answer after the other and keeps none of them in memory. */
interface AnswerFile {

    /** Byte order mark, by which spreadsheets know UTF-8. */
    String BOM = "\uFEFF";

    void add(AnswerRow row);

    /** Writes its end; a file without one is visibly broken, as it should be when something failed. */
    void finish() throws IOException;

    /** Texts that a spreadsheet would take for formulas stand behind an apostrophe. */
    static AnswerFile csv(OutputStream out, Locale locale, boolean named) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BOM);
        var csv = CsvWriter.builder()
                .fieldSeparator(locale.getLanguage().equals("de") ? ';' : ',')
                .build(writer);
        csv.writeRecord(columns(named));
        return new AnswerFile() {
            @Override
            public void add(AnswerRow row) {
                csv.writeRecord(cells(row, named).stream()
                        .map(cell -> cell instanceof String text ? ReportFiles.neutral(text) : String.valueOf(cell))
                        .toList());
            }

            @Override
            public void finish() throws IOException {
                csv.close();
            }
        };
    }

    static AnswerFile xlsx(OutputStream out, boolean named) {
        return new AnswerBook(out, columns(named), named);
    }

    private static List<String> columns(boolean named) {
        var all = Stream.of(
                "at",
                "survey",
                "touchpoint",
                "metric",
                "score",
                "latestScore",
                "class",
                "comment",
                "language",
                "reasons",
                "given",
                "tags",
                "campaign",
                "callBack",
                "amended",
                "customer",
                "name");
        return named ? all.toList() : all.limit(15).toList();
    }

    /** As many as there are columns: texts, numbers and truth values. */
    static List<Object> cells(AnswerRow row, boolean named) {
        var customer = row.customer();
        var said = Stream.<Object>of(
                row.at().toString(),
                row.survey(),
                row.touchpoint(),
                row.metric().key(),
                row.score(),
                row.latest(),
                AnswerView.kind(row),
                row.comment(),
                row.language(),
                String.join(", ", row.reasons()),
                given(row),
                String.join(", ", row.tags()),
                row.campaign(),
                row.callBack(),
                row.amended());
        var who = named
                ? Stream.<Object>of(
                        customer == null ? "" : customer.externalId(), customer == null ? "" : customer.name())
                : Stream.empty();
        return Stream.concat(said, who).toList();
    }

    /** E.g. {@code solved: no; expected: an answer}. */
    private static String given(AnswerRow row) {
        return row.given().entrySet().stream()
                .map(answer -> answer.getKey() + ": " + String.join(", ", answer.getValue()))
                .collect(Collectors.joining("; "));
    }
}
