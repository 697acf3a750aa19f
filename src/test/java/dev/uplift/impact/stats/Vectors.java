package dev.uplift.impact.stats;

import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference vectors that lie beside the sources on some machines; tests on them are skipped elsewhere. */
final class Vectors {

    static final Offset<Double> DIGITS = within(1.5e-6);

    private Vectors() {}

    static JsonNode of(String name) {
        var file = Stream.of("../shared/vectors", "../../shared/vectors")
                .map(folder -> Path.of(folder, "measurement.json"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "the file of reference vectors is not on this machine");
        return JsonMapper.shared().readTree(file.orElseThrow().toFile()).get(name);
    }

    static Classes classes(JsonNode counts) {
        return new Classes(
                counts.get(0).asLong(), counts.get(1).asLong(), counts.get(2).asLong());
    }
}
