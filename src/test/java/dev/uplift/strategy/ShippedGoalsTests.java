package dev.uplift.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Problem;
import dev.uplift.platform.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The promises that come with the product, and the schema that helps editors to write others. */
class ShippedGoalsTests {

    private static final Pattern SERVES = Pattern.compile("(?m)^serves: (\\S+)");

    private final Promises promises = TestGoals.promises(TestDatabase.empty(), Path.of("."));

    @Test
    void haveNothingWrongButSegmentsThatThisDatabaseLacks() {
        assertThat(promises.problems()).extracting(Problem::severity).containsOnly(Problem.Severity.WARNING);
        assertThat(promises.nodes())
                .containsExactlyInAnyOrder("promise/clear-bills", "promise/we-listen", "promise/partner-for-years");
    }

    @Test
    void areWhatTheShippedCampaignsServe() throws IOException {
        try (var files = Files.list(Path.of("campaigns"))) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> {
                var serves = SERVES.matcher(Files.readString(file));
                assertThat(serves.find()).as(file.toString()).isTrue();
                assertThat(promises.nodes()).contains(serves.group(1));
            });
        }
    }

    @Test
    void areDescribedByASchemaOfTheSameKeys() throws IOException {
        var schema =
                JsonMapper.shared().readTree(Files.readString(Path.of("src/main/resources/static/schema/goals.json")));
        var keyResult = schema.at("/properties/key-results/items");

        assertThat(schema.get("properties").propertyNames())
                .containsExactlyInAnyOrder("name", "serves", "owner", "key-results")
                .containsAll(PromiseReader.GRAMMAR.leaves());
        assertThat(keyResult.get("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(KeyResultReader.GRAMMAR.leaves());
        assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
        assertThat(keyResult.get("additionalProperties").asBoolean()).isFalse();
    }
}
