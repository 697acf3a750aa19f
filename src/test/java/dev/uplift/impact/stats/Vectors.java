package dev.uplift.impact.stats;

import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference vectors: published values and values recomputed independently. */
final class Vectors {

    static final Offset<Double> DIGITS = within(1.5e-6);

    private Vectors() {}

    static JsonNode of(String name) {
        var file = Objects.requireNonNull(Vectors.class.getResource("/vectors/measurement.json"));
        try (var stream = file.openStream()) {
            return Objects.requireNonNull(JsonMapper.shared().readTree(stream).get(name), name);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Classes classes(JsonNode counts) {
        return new Classes(
                counts.get(0).asLong(), counts.get(1).asLong(), counts.get(2).asLong());
    }

    static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** -100, 0 or 100 for an answer of 0 to 10. */
    static double points(double answer) {
        return answer >= 9 ? 100 : answer >= 7 ? 0 : -100;
    }
}
