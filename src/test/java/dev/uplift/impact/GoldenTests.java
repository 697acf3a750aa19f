package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What must stay the same to the byte. Write the files anew with {@code -Dgolden.write} and read what changed. */
class GoldenTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void saysEveryVerdictInTheseWords() throws IOException {
        var examples = Examples.all();

        examples.forEach((code, evidence) -> assertThat(new Analysis(evidence).code())
                .describedAs(code.name())
                .isEqualTo(code));
        assertThat(examples).containsOnlyKeys(VerdictCode.values());
        same("verdicts.txt", examples.entrySet().stream().map(GoldenTests::text).collect(Collectors.joining("\n")));
    }

    @Test
    void computesTheSameReportOnAnotherDayAndAnotherJdk() throws IOException {
        var evidence = JSON.readValue(read("evidence.json"), Evidence.class);

        var report = Analyses.judge(evidence);

        same("report.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
    }

    private static String text(Map.Entry<VerdictCode, Evidence> example) {
        var report = Studies.report(example.getValue());
        return example.getKey() + " " + report.level() + "\n"
                + String.join("\n", report.verdict().text().values()) + "\n";
    }

    private static void same(String name, String text) throws IOException {
        if (System.getProperty("golden.write") != null) {
            Files.writeString(Path.of("src/test/resources/impact", name), text);
        }
        assertThat(text).isEqualTo(read(name));
    }

    private static String read(String name) throws IOException {
        try (var file = Objects.requireNonNull(GoldenTests.class.getResourceAsStream("/impact/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
