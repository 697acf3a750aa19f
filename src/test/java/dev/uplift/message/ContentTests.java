package dev.uplift.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Medium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every template that comes with the product, filled with its own sample. */
class ContentTests {

    private static final Path SHIPPED = Path.of("templates");
    private static final Templates TEMPLATES = new Templates(SHIPPED, Sample.SETTINGS.company());
    private static final Renderer RENDERER = new Renderer(TEMPLATES, Sample.SETTINGS);

    record Case(String key, Medium medium, String language) {

        Message message() {
            return RENDERER.render(Sample.of(SHIPPED.resolve(key)).with(key, medium, language));
        }
    }

    static Stream<Case> all() {
        return TEMPLATES.keys().stream()
                .flatMap(key -> TEMPLATES.channels(key).stream()
                        .flatMap(medium -> Stream.of("de", "en").map(language -> new Case(key, medium, language))));
    }

    static Stream<Case> mails() {
        return all().filter(one -> one.medium() == Medium.EMAIL);
    }

    static Stream<Case> texts() {
        return all().filter(one -> one.medium() == Medium.SMS);
    }

    @Test
    void shipsTemplatesWithoutProblems() {
        assertThat(TEMPLATES.keys())
                .contains(
                        "instalment-explained",
                        "win-back",
                        "saving-tips",
                        "recommend-us",
                        "nps-annual-bill",
                        "nps-service",
                        "nps-relationship",
                        "csat-service",
                        "ces-service");
        assertThat(TEMPLATES.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesInTheLanguageAskedFor(Case one) {
        assertThat(one.message().language()).isEqualTo(one.language());
        assertThat(one.message().text()).contains("Nordwerk Energie").doesNotContain("${", "<", "null");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void writesAccessibleMails(Case one) throws IOException {
        var message = one.message();
        keepForLooking(one, message);

        var page = Jsoup.parse(Sample.html(message));
        assertThat(page.select("html").attr("lang")).isEqualTo(one.language());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("img:not([alt])")).isEmpty();
        assertThat(page.select("table:not([role=presentation]):not(:has(th[scope]))"))
                .isEmpty();
        assertThat(page.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
        assertThat(page.select("a").eachText())
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(page.select("a").eachAttr("href"))
                .allSatisfy(target -> assertThat(target).matches("(https://|mailto:).+"));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void saysInEveryPartWhoWritesAndHowToStop(Case one) {
        var message = one.message();

        assertThat(List.of(Sample.html(message), message.text()))
                .allSatisfy(part -> assertThat(part)
                        .contains(
                                "Am Alten Hafen 12", "service@nordwerk.example", "https://uplift.nordwerk.example/u/"));
        assertThat(message.subject()).isNotBlank().hasSizeLessThan(70);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void hidesALinkFromPeopleWhereItAsks(Case one) {
        var message = one.message();
        var asks = message.text().contains("/s/");

        var hidden = Jsoup.parse(Sample.html(message)).select("a[href$=/h]");

        assertThat(hidden).hasSize(asks ? 1 : 0);
        assertThat(message.text()).doesNotContain("/h\n", "/h ");
        assertThat(hidden).allSatisfy(link -> {
            var around = link.parent();
            assertThat(link.attr("href")).matches("https://[^?]+/s/[\\w-]{22}/h");
            assertThat(link.attr("tabindex")).isEqualTo("-1");
            assertThat(around == null ? "" : around.attr("style")).contains("display:none", "mso-hide:all");
            assertThat(around == null ? "" : around.attr("aria-hidden")).isEqualTo("true");
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void keepsTextsWithinTwoSegments(Case one) {
        var text = one.message().text();

        assertThat(text).startsWith("Nordwerk Energie").contains("STOP");
        assertThat(Gsm.segments(text)).as(text).isLessThanOrEqualTo(2);
    }

    private static void keepForLooking(Case one, Message message) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(one.key() + "." + one.language() + ".html"), Sample.html(message));
        Files.writeString(folder.resolve(one.key() + "." + one.language() + ".txt"), message.text());
    }
}
