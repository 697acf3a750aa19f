package dev.uplift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.OtherReports;
import dev.uplift.impact.SampleReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTests {

    private static final List<ReportSheet> SHEETS =
            ReportSheet.of(SampleReports.notEnough(Instant.parse("2026-11-14T12:00:00Z")));

    @Test
    void putsEveryTableOnASheetOfItsOwn(@TempDir Path folder) throws IOException {
        var parts = unzipped(Files.write(folder.resolve("report.xlsx"), ReportFiles.xlsx(SHEETS)));

        assertThat(parts.get("xl/workbook.xml"))
                .contains(
                        "name=\"summary\"",
                        "name=\"arms\"",
                        "name=\"checks\"",
                        "name=\"estimates\"",
                        "name=\"segments\"",
                        "name=\"outcomes\"",
                        "name=\"migration\"",
                        "name=\"method\"");
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("<v>12648</v>");
    }

    @Test
    void hasAsManyCellsAsColumns() {
        assertThat(SHEETS)
                .allSatisfy(sheet -> assertThat(sheet.rows())
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row).hasSameSizeAs(sheet.columns())));
    }

    @Test
    void writesOneLinePerNumber() {
        assertThat(csv(SHEETS))
                .startsWith("table,row,column,value")
                .contains("arms,treated,assigned,12648", "arms,holdOut,assigned,4320")
                .anyMatch(line -> line.startsWith("estimates,adjusted,points,"));
    }

    @Test
    void leavesHiddenNumbersEmpty() {
        assertThat(csv(ReportSheet.of(OtherReports.hidden())))
                .contains("arms,treated,nps,", "arms,holdOut,promoters,")
                .noneMatch(line -> line.startsWith("estimates,"));
    }

    @Test
    void givesSpreadsheetsNoFormula() {
        var sheet = new ReportSheet(
                "reasons", List.of("reason", "text", "number"), List.of(List.of("=cmd()", "@SUM(A1)", -2.5)));

        assertThat(csv(List.of(sheet)))
                .containsExactly(
                        "table,row,column,value", "reasons,'=cmd(),text,'@SUM(A1)", "reasons,'=cmd(),number,-2.5");
    }

    private static List<String> csv(List<ReportSheet> sheets) {
        return Arrays.asList(new String(ReportFiles.csv(sheets), StandardCharsets.UTF_8).split("\r\n"));
    }

    private static Map<String, String> unzipped(Path file) throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var part = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(part.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }
}
