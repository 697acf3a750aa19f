package dev.uplift.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTests {

    private static final Map<String, Object> ANNA =
            Map.of("salutation", "Frau", "firstName", "Anna", "lastName", "Brandt", "instalment", 1234.5);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void copyLayout() throws IOException {
        var layout = Files.createDirectories(folder.resolve("layout")).resolve("email.ftlh");
        Files.copy(Path.of("templates", "layout", "email.ftlh"), layout);
    }

    @Test
    void choosesTheLanguageOfTheCustomerThenOfTheCompanyThenAny() throws IOException {
        write("both/sms.de.ftl", "Hallo");
        write("both/sms.en.ftl", "Hello");
        write("danish/sms.da.ftl", "Hej");

        assertThat(text("both", "en-GB")).isEqualTo("Hello");
        assertThat(text("both", "fr")).isEqualTo("Hallo");
        assertThat(text("both", "not a locale")).isEqualTo("Hallo");
        assertThat(text("danish", "en")).isEqualTo("Hej");
    }

    @Test
    void givesTheVariantDrawnOrElseThePlainForm() throws IOException {
        write("offer/sms.de.ftl", "plain");
        write("offer/sms.b.de.ftl", "b");
        write("only/sms.b.de.ftl", "b");

        assertThat(render("offer", "b", "de").text()).isEqualTo("b");
        assertThat(render("offer", "a", "de").text()).isEqualTo("plain");
        assertThat(render("offer", null, "de").text()).isEqualTo("plain");
        assertThatExceptionOfType(RenderFailed.class).isThrownBy(() -> render("only", "a", "de"));
    }

    @Test
    void writesFiguresAndDatesAsTheLanguageDoes() throws IOException {
        var source = "${customer.instalment} ${customer.instalment?string.@money} ${customer.since}";
        write("figures/sms.de.ftl", source);
        write("figures/sms.en.ftl", source);
        var customer = Map.<String, Object>of("instalment", 1234.56, "since", "2019-04-01");

        assertThat(sms("figures", "de", customer)).isEqualTo("1.234,56 1.234,56 € 1. April 2019");
        assertThat(sms("figures", "en-GB", customer)).isEqualTo("1,234.56 €1,234.56 1 April 2019");
    }

    @Test
    void namesTemplatePlaceAndVariableOfAMissingValue() throws IOException {
        write("gap/sms.de.ftl", "Hallo\n  ${customer.firstName} ${customer.nickName}");

        assertThatExceptionOfType(RenderFailed.class)
                .isThrownBy(() -> sms("gap", "de", Map.of("firstName", "Secretia")))
                .withMessageContaining("gap/sms.de.ftl, line 2, column 27")
                .withMessageContaining("customer.nickName")
                .withMessageNotContaining("Secretia");
    }

    @Test
    void pointsIntoTheFrontMatterWhenTheSubjectLacksAValue() throws IOException {
        write("mail/email.de.ftlh", "---\npreheader: x\nsubject: Hallo ${customer.nickName}\n---\n<h1>Hallo</h1>");

        assertThatExceptionOfType(RenderFailed.class)
                .isThrownBy(() -> mail("mail", ANNA))
                .withMessageContaining("mail/email.de.ftlh, line 3, column 18");
    }

    @Test
    void neverTellsTheDataWhenAValueIsOfTheWrongKind() throws IOException {
        write("wrong/sms.de.ftl", "${customer.lastName?number} ");
        write("wrong2/sms.de.ftl", "${customer.lastName * 2}");

        for (var key : List.of("wrong", "wrong2")) {
            assertThatExceptionOfType(RenderFailed.class)
                    .isThrownBy(() -> sms(key, "de", ANNA))
                    .withMessageContaining("line 1")
                    .withMessageNotContaining("Brandt");
        }
    }

    @Test
    void failsForATemplateThatIsGone() {
        assertThatExceptionOfType(RenderFailed.class)
                .isThrownBy(() -> sms("gone", "de", ANNA))
                .withMessageContaining("gone");
    }

    @Test
    void keepsLineBreaksOutOfSubjects() throws IOException {
        write("mail/email.de.ftlh", "---\nsubject: Hallo ${customer.firstName}\npreheader: x\n---\n<h1>Hallo</h1>");

        var message = mail("mail", Map.of("firstName", "Anna\r\nBcc: victim@example.org\u2028\u0000x"));

        assertThat(message.subject()).isEqualTo("Hallo Anna Bcc: victim@example.org x");
    }

    @Test
    void putsEveryMailIntoTheLayout() throws IOException {
        write("mail/email.de.ftlh", "---\nsubject: Hallo\npreheader: Vorschau\n---\n<h1>${greeting}</h1>");

        var message = mail("mail", ANNA);

        var page = Jsoup.parse(Sample.html(message));
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.title()).isEqualTo("Hallo");
        assertThat(page.select("h1").text()).isEqualTo("Guten Tag Frau Brandt");
        assertThat(page.text()).contains("Am Alten Hafen 12", "Solche Nachrichten abbestellen");
        assertThat(message.text()).startsWith("Nordwerk Energie\n\nGuten Tag Frau Brandt\n=====================\n");
        assertThat(message.text()).doesNotContain("Vorschau");
        assertThat(message.templateHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void stopsATemplateThatWritesTooMuch() throws IOException {
        write("much/sms.de.ftl", "<#list 1..99 as a><#list 1..99 as b>" + "x".repeat(100) + "</#list></#list>");

        assertThatExceptionOfType(RenderFailed.class)
                .isThrownBy(() -> sms("much", "de", ANNA))
                .withMessageContaining("256 KB");
    }

    @ParameterizedTest
    @CsvSource({"CSAT, 1, 5, 'How satisfied', very dissatisfied", "CES, 1, 7, 'Do you agree?', strongly disagree"})
    void showsTheScaleOfTheMetric(Metric metric, int lowest, int highest, String question, String low)
            throws IOException {
        write(
                "ask/email.en.ftlh",
                "---\nsubject: Question\npreheader: x\n---\n<h1>${survey.question}</h1>${survey.scale}");
        var links = Map.of("unsubscribe", "https://x.example/u", "survey", "https://x.example/s/abc");

        var message =
                renderer().render(new Rendering("ask", Medium.EMAIL, null, "en", Map.of(), Map.of(), metric, links));

        var page = Jsoup.parse(Sample.html(message));
        assertThat(page.select("h1").text()).startsWith(question);
        assertThat(page.select(".survey-scale a").eachAttr("href"))
                .hasSize(highest - lowest + 1)
                .startsWith("https://x.example/s/abc?score=" + lowest)
                .endsWith("https://x.example/s/abc?score=" + highest);
        assertThat(page.select(".survey-scale a").attr("aria-label")).isEqualTo(lowest + " out of " + highest);
        assertThat(message.text()).contains(lowest + " = " + low + ", " + highest + " = ");
    }

    @Test
    void showsTheScaleInTheLanguageOfTheMail() throws IOException {
        write(
                "ask/email.de.ftlh",
                "---\nsubject: Frage\npreheader: x\n---\n<h1>${survey.question}</h1>${survey.scale}");
        var links = Map.of("unsubscribe", "https://x.example/u", "survey", "https://x.example/s/abc");

        var message = renderer()
                .render(new Rendering("ask", Medium.EMAIL, null, "de", Map.of(), Map.of(), Metric.NPS, links));

        var page = Jsoup.parse(Sample.html(message));
        assertThat(page.select("h1").text())
                .isEqualTo("Wie wahrscheinlich ist es, dass Sie Nordwerk Energie weiterempfehlen?");
        assertThat(page.select(".survey-scale a").eachAttr("href"))
                .hasSize(11)
                .startsWith("https://x.example/s/abc?score=0")
                .endsWith("https://x.example/s/abc?score=10");
        assertThat(page.select(".survey-scale td[bgcolor]"))
                .hasSize(11)
                .allSatisfy(
                        cell -> assertThat(Integer.parseInt(cell.attr("width"))).isGreaterThanOrEqualTo(40));
        assertThat(message.text())
                .contains("0 1 2 3 4 5 6 7 8 9 10\n0 = sehr unwahrscheinlich, 10 = sehr wahrscheinlich\nhttps://x");
    }

    @Test
    void needsTheSurveyLinkWhereAScaleIsShown() throws IOException {
        write("ask/email.de.ftlh", "---\nsubject: Frage\npreheader: x\n---\n${survey.scale}");

        assertThatExceptionOfType(RenderFailed.class)
                .isThrownBy(() -> mail("ask", ANNA))
                .withMessageContaining("survey");
    }

    private Message render(String key, @Nullable String variant, String locale) {
        return renderer().render(new Rendering(key, Medium.SMS, variant, locale, ANNA, Map.of(), null, Map.of()));
    }

    private String text(String key, String locale) {
        return sms(key, locale, ANNA);
    }

    private String sms(String key, String locale, Map<String, Object> customer) {
        return renderer()
                .render(Sample.of(customer).with(key, Medium.SMS, locale))
                .text();
    }

    private Message mail(String key, Map<String, Object> customer) {
        return renderer().render(Sample.of(customer).with(key, Medium.EMAIL, "de"));
    }

    private Renderer renderer() {
        return new Renderer(new Templates(folder, Sample.SETTINGS.company()), Sample.SETTINGS);
    }

    private void write(String path, String source) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, source);
    }
}
