package dev.uplift.audience;

import static dev.uplift.audience.TestAudience.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.uplift.platform.TestSecrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class NaughtyStringsTests {

    private final TestAudience audience = new TestAudience();

    @Test
    void keepsEveryStringAsAnAttributeExactlyAsItCame() throws IOException {
        var strings = corpus();

        var upserted = audience.customers.upsert(
                IntStream.range(0, strings.size())
                        .mapToObj(number ->
                                TestAudience.withAttributes("K-" + number, Map.of("note", strings.get(number))))
                        .iterator(),
                NOW);

        assertThat(upserted.rejected()).isEmpty();
        assertThat(IntStream.range(0, strings.size())
                        .mapToObj(number -> audience.customers
                                .find("K-" + number)
                                .orElseThrow()
                                .attributes()
                                .get("note")))
                .isEqualTo(strings);
    }

    @Test
    void decidesOnEveryStringInEveryField() throws IOException {
        var strings = corpus();

        var upserted = audience.customers.upsert(
                strings.stream()
                        .map(text -> new CustomerInput(
                                text, text, text, text, text, text, text, List.of(text), Map.of(text, text), List.of()))
                        .iterator(),
                NOW);

        assertThat(upserted.rejected()).hasSize(strings.size());
    }

    @Test
    void importsEveryStringAsAKey() throws IOException {
        var imports =
                new Imports(audience.block, new ImportLog(audience.jdbc), TestSecrets.settingsOfTheDefaultCompany());
        var strings = corpus();
        var file = new StringBuilder("id,note\n");
        strings.forEach(
                text -> file.append('"').append(text.replace("\"", "\"\"")).append("\",x\n"));

        var report = imports.run(
                "naughty.csv",
                new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)),
                Map.of(),
                false,
                NOW);

        assertThat(report.rows()).isEqualTo(strings.size());
        assertThat(report.created() + report.rejectedRows()).isEqualTo(strings.size());
        assertThat(audience.customers.count()).isEqualTo(report.created());
        assertThat(imports.errors(report.id()).orElseThrow()).doesNotContainPattern("(?m)^[=+@-]");
    }

    private static List<String> corpus() throws IOException {
        var file = Stream.of("../shared/corpora", "../../shared/corpora")
                .map(folder -> Path.of(folder, "naughty-strings", "blns.json"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(
                file.isPresent(), "The naughty strings are not here; expected in ../shared/corpora/naughty-strings.");
        return JsonMapper.shared()
                .readValue(Files.readString(file.orElseThrow()), new TypeReference<List<String>>() {});
    }
}
