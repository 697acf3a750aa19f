package dev.uplift.audience;

import static dev.uplift.audience.TestAudience.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.TestSecrets;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRefusalsTests {

    private final TestAudience audience = new TestAudience();
    private final Imports imports =
            new Imports(audience.block, new ImportLog(audience.jdbc), TestSecrets.settingsOfTheDefaultCompany());

    @Test
    void refusesAFileWithoutAKeyNamingItsColumns() {
        assertThatThrownBy(() -> run("Name,E-Mail\nAnna,a@example.com\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Name, E-Mail")
                .hasMessageContaining("Kundennummer");
    }

    @Test
    void refusesMappingsThatLeadNowhere() {
        var mapping = Map.of("nix", "email", "a", "shoe-size", "b", "consent.pigeon.survey", "c", "attribute.no name");

        assertThatThrownBy(() -> imports.run(
                        "k.csv",
                        stream("id,a,b,c,email,e-mail\n".getBytes(StandardCharsets.UTF_8)),
                        mapping,
                        false,
                        NOW))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems()).hasSize(4));
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        assertThatThrownBy(() -> run("id,note,note\n1,a,b\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void refusesAnEmptyFile(String text) {
        assertThatThrownBy(() -> run(text)).isInstanceOf(InvalidInput.class).hasMessageContaining("empty");
    }

    @Test
    void storesNothingOfAFileWithARowThatIsTooLong() {
        var text = "id,note\n1,fine\n2,\"" + "x".repeat(1 << 20) + "\"\n";

        assertThatThrownBy(() -> run(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("after line 2 is longer");
        assertThat(audience.customers.count()).isZero();
    }

    @Test
    void refusesAFileWithTooManyColumns() {
        var header = IntStream.range(0, 1_001).mapToObj(number -> "c" + number).collect(Collectors.joining(","));

        assertThatThrownBy(() -> run(header + "\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1000 columns");
    }

    @Test
    void survivesCellsThatTheDatabaseCannotHold() {
        var report = run("id,no\0te\n1,a\0b\n2\0,c\n3,fine\n");

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.rejectedRows()).isEqualTo(2);
    }

    @Test
    void readsAFileOfManyBlocks() {
        var text = IntStream.range(0, 3_000)
                .mapToObj(number -> number + "," + (number % 100 == 0 ? "broken" : number + "@example.com"))
                .collect(Collectors.joining("\n", "id,email\n", "\n"));

        var report = run(text);

        assertThat(report.created()).isEqualTo(2_970);
        assertThat(report.rejected())
                .hasSize(30)
                .extracting(Upserted.Rejected::position)
                .contains(2L, 102L, 2_902L);
        assertThat(imports.errors(report.id()).orElseThrow().lines()).hasSize(31);
    }

    private ImportReport run(String text) {
        return run(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport run(byte[] bytes) {
        return imports.run("customers.csv", stream(bytes), Map.of(), false, NOW);
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
