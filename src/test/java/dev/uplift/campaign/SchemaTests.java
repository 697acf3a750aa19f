package dev.uplift.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.survey.Grammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors knows the keys that the reader knows. */
class SchemaTests {

    @Test
    void namesTheKeysOfTheFormat() throws IOException {
        var schema = JsonMapper.shared()
                .readTree(Files.readString(Path.of("src/main/resources/static/schema/campaign.json")));

        agree(schema, Format.CAMPAIGN);
    }

    private static void agree(JsonNode schema, Grammar grammar) {
        var mapping = schema.has("items") ? schema.get("items") : schema;
        assertThat(mapping.get("additionalProperties").asBoolean()).isFalse();
        assertThat(mapping.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(keys(grammar));
        for (Map.Entry<String, Grammar> nested : grammar.nested().entrySet()) {
            agree(mapping.get("properties").get(nested.getKey()), nested.getValue());
        }
    }

    private static Set<String> keys(Grammar grammar) {
        var keys = new HashSet<>(grammar.leaves());
        keys.addAll(grammar.nested().keySet());
        return keys;
    }
}
