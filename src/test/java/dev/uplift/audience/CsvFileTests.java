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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class CsvFileTests {

    @Test
    void readsTheFilesOfCsvSpectrumAsTheyAreMeant() throws IOException {
        var folder = corpus();

        try (var files = Files.list(folder.resolve("csvs"))) {
            assertThat(files).hasSizeGreaterThan(10).allSatisfy(file -> {
                var name = file.getFileName().toString().replace(".csv", ".json");
                var meant = JsonMapper.shared()
                        .readValue(
                                Files.readString(folder.resolve("json").resolve(name)),
                                new TypeReference<List<Map<String, String>>>() {});
                assertThat(read(file)).isEqualTo(meant);
            });
        }
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
