package dev.uplift.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class CsvFileTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsTheFilesOfCsvSpectrumAsTheyAreMeant() throws IOException {
        var corpus = corpus();

        try (var files = Files.list(corpus.resolve("csvs"))) {
            assertThat(files).hasSizeGreaterThan(10).allSatisfy(file -> {
                var name = file.getFileName().toString().replace(".csv", ".json");
                var meant = JsonMapper.shared()
                        .readValue(
                                Files.readString(corpus.resolve("json").resolve(name)),
                                new TypeReference<List<Map<String, String>>>() {});
                assertThat(read(withItsLineEnds(file))).isEqualTo(meant);
            });
        }
    }

    /** Copies of the corpus may have lost the line ends that the names of some files speak of. */
    private Path withItsLineEnds(Path file) throws IOException {
        var text = Files.readString(file);
        return file.toString().endsWith("_crlf.csv") && !text.contains("\r\n")
                ? Files.writeString(folder.resolve(file.getFileName().toString()), text.replace("\n", "\r\n"))
                : file;
    }

    private static List<Map<String, String>> read(Path path) throws IOException {
        var file = CsvFile.at(path, "test");
        var header = file.header();
        var rows = new ArrayList<Map<String, String>>();
        file.each(row -> {
            var fields = new LinkedHashMap<String, String>();
            for (int index = 0; index < header.size(); index++) {
                fields.put(header.get(index), row.getField(index));
            }
            rows.add(fields);
        });
        return rows;
    }

    private static Path corpus() {
        var folder = Stream.of("../shared/corpora", "../../shared/corpora")
                .map(corpora -> Path.of(corpora, "csv-spectrum"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(folder.isPresent(), "csv-spectrum is not here; it is expected in ../shared/corpora/csv-spectrum.");
        return folder.orElseThrow();
    }
}
