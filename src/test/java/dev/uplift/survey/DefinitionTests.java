package dev.uplift.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTests {

    private static final Grammar GRAMMAR = Grammar.of("name", "owner").with("goal", Grammar.of("metric"));

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void refusesReferencesThatCouldExplode() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 80; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(Definition.open("file", bomb.toString(), GRAMMAR, problems)).isNull();
        assertThat(problems.get(0).what()).isEqualTo("References such as *a0 are not allowed.");
        assertThat(problems.get(0).line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name: [", "name: \u0000", "- a\n- b", "just text", "---\na: 1\n---\nb: 2", "!!x y"})
    void reportsWhatIsNoDefinition(String text) {
        assertThat(Definition.open("file", text, GRAMMAR, problems)).isNull();
        assertThat(problems).hasSize(1);
    }

    @Test
    void saysWhereNothingCanBeWritten(@TempDir Path content) throws IOException {
        var folder = new DefinitionFolder(Files.writeString(content.resolve("surveys"), "a file"), "campaigns/surveys");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> folder.write("nps", "metric: nps"))
                .withMessageContaining("campaigns/surveys cannot be written to");
    }

    @Test
    void refusesDeepNesting() {
        var deep = "name: " + "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(Definition.open("file", deep, GRAMMAR, problems)).isNull();
        assertThat(problems).hasSize(1);
    }

    @Test
    void refusesLargeFiles() {
        var large = "name: " + "x".repeat(100 * 1024);

        assertThat(Definition.open("file", large, GRAMMAR, problems)).isNull();
        assertThat(problems.get(0).what()).isEqualTo("The file is larger than 100 KB.");
    }

    @Test
    void reportsUnknownAndRepeatedKeysAtTheKey() {
        Definition.open("file", """
                name: A
                name: B
                goal:
                  metrik: nps
                completely-else: 1
                """, GRAMMAR, problems);

        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "file:2:1: 'name' stands here twice. Keep one of the two.",
                        "file:4:3: Unknown key 'metrik'. Did you mean 'metric'?",
                        "file:5:1: Unknown key 'completely-else'. Use one of: goal, name, owner.");
    }

    @Test
    void reportsValuesOfTheWrongShape() {
        var definition =
                Objects.requireNonNull(Definition.open("file", "name: [a]\nowner:\ngoal: 3\n", GRAMMAR, problems));

        definition.value("name", text -> text, "Write a name.");
        definition.value("owner", text -> text, "Write an owner.");
        definition.mapping("goal", "Write a goal.");

        assertThat(problems.stream().map(Problem::what))
                .containsExactly("'name' must be a single value.", "'owner' is empty.", "'goal' must be a mapping.");
    }
}
