package dev.uplift.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTests {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void startWithOneGoodTemplate() throws IOException {
        write("layout/email.ftlh", Files.readString(Path.of("templates", "layout", "email.ftlh")));
        write("good/sample.json", "{}");
        write("good/email.de.ftlh", "---\nsubject: a\npreheader: b\n---\n<h1>c</h1>");
        write("good/sms.b.de.ftl", "d");
    }

    @Test
    void listsKeysChannelsAndVariants() {
        var templates = templates();

        assertThat(templates.keys()).containsExactly("good");
        assertThat(templates.channels("good")).containsExactly(Medium.EMAIL, Medium.SMS);
        assertThat(templates.variants("good")).containsExactly("b");
        assertThat(templates.channels("gone")).isEmpty();
        assertThat(templates.problems()).isEmpty();
    }

    @Test
    void reportsEveryMistakeWithItsPlaceAndKeepsTheRest() throws IOException {
        write("bad/sample.json", "{}");
        write("bad/email.de.ftlh", "<h1>no front matter</h1>");
        write("bad/email.en.ftlh", "---\nsubject: a\ncolour: red\n---\n<h1>x</h1>");
        write("bad/sms.de.ftl", "ok\n<#if customer.x>never closed");
        write("bad/sms.german.ftl", "which language?");

        var templates = templates();

        assertThat(templates.keys()).containsExactly("bad", "good");
        assertThat(templates.problems())
                .extracting(Problem::where, Problem::line)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("bad/email.de.ftlh", 1),
                        org.assertj.core.groups.Tuple.tuple("bad/email.en.ftlh", 3),
                        org.assertj.core.groups.Tuple.tuple("bad/sms.de.ftl", 2),
                        org.assertj.core.groups.Tuple.tuple("bad/sms.german.ftl", null));
        assertThat(text(templates, "good")).isEqualTo("d");
    }

    @Test
    void reportsALayoutThatHidesHowToUnsubscribe() throws IOException {
        write("layout/email.ftlh", "<html>${content} ${company.address} ${company.contact}</html>");

        assertThat(templates().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("${links.unsubscribe}"));
    }

    @Test
    void reportsFilesThatAreTooLongOrNotUtf8() throws IOException {
        write("good/sms.de.ftl", "x".repeat(100 * 1024 + 1));
        Files.write(folder.resolve("good/sms.en.ftl"), "Grüße".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(templates().problems())
                .extracting(Problem::what)
                .containsExactlyInAnyOrder("The file is longer than 100 KB.", "The file is not UTF-8.");
    }

    @Test
    void seesWhatChangedOnDiskAfterAReload() throws IOException {
        var templates = templates();
        write("good/sms.b.de.ftl", "new");
        write("more/sms.de.ftl", "more");

        var before = text(templates, "good");
        templates.reload();

        assertThat(before).isEqualTo("d");
        assertThat(text(templates, "good")).isEqualTo("new");
        assertThat(templates.keys()).containsExactly("good", "more");
    }

    @Test
    void parsesNothingTwice() {
        var templates = templates();
        var before = templates.catalogue().of("good");
        templates.reload();

        assertThat(templates.catalogue().of("good").get(0)).isSameAs(before.get(0));
    }

    @Test
    void isEmptyWithoutAFolder() {
        var templates = new Templates(folder.resolve("nowhere"), Sample.SETTINGS.company());

        assertThat(templates.keys()).isEmpty();
        assertThat(templates.problems()).isNotEmpty();
    }

    private static String text(Templates templates, String key) {
        var rendering = new Rendering(
                key, Medium.SMS, "b", "de", java.util.Map.of(), java.util.Map.of(), null, java.util.Map.of());
        return new Renderer(templates, Sample.SETTINGS).render(rendering).text();
    }

    private Templates templates() {
        return new Templates(folder, Sample.SETTINGS.company());
    }

    private void write(String path, String source) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, source);
        assertThat(List.of(file)).allMatch(Files::exists);
    }
}
