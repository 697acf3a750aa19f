package dev.uplift.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric;
import dev.uplift.web.customer.SurveyView.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** Pages that customers see, rendered as the application does. */
class CustomerPagesTests {

    private static final String TOKEN = "abcdefghijklmnopqrstuv";
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/customer");

    private static final Step STEP = new Step(true, List.of(), List.of());
    private static final Form FORM = new Form("nonce", STEP, "", Map.of());

    private final Page page = new Page(FormNonceTests.settings(Path.of("target")), new Texts());
    private final SurveyView view = new SurveyView(page);

    @ParameterizedTest
    @CsvSource({"NPS, de, 11", "NPS, en, 11", "CSAT, de, 5", "CSAT, en, 5", "CES, de, 7", "CES, en, 7"})
    void asksWithARadioForEachAnswerAndNothingPreselected(Metric metric, String language, int radios) throws Exception {
        var shown = RenderedPages.render(
                view.question(TOKEN, RenderedPages.invitation(language, metric), language, Entry.NOTHING, false),
                metric.key());

        assertThat(shown.select("input[type=radio][name=score][required]").eachAttr("value"))
                .hasSize(radios)
                .startsWith(String.valueOf(metric.lowest()))
                .endsWith(String.valueOf(metric.highest()));
        assertThat(shown.select("#ends").text()).contains(metric.lowest() + " = ", metric.highest() + " = ");
        assertThat(shown.select("input[checked]")).isEmpty();
        assertThat(shown.select("form[method=post]").attr("action")).isEqualTo("/s/" + TOKEN);
        assertThat(shown.select("html").attr("lang")).isEqualTo(language);
        assertThat(shown.select("h1")).hasSize(1);
        assertThat(shown.select("footer a").eachAttr("href"))
                .contains("/s/" + TOKEN + "/stop?lang=" + language, "/s/privacy?lang=" + language);
        assertThat(shown.text()).contains("Nordwerk Energie").doesNotContain("null", "{0}");
    }

    @Test
    void asksAgainWhenTheNumberIsMissing() throws Exception {
        var shown = RenderedPages.render(
                view.question(TOKEN, RenderedPages.invitation("de"), "de", Entry.NOTHING, true), "missing");

        assertThat(shown.select("[role=alert]").text()).isEqualTo("Bitte wählen Sie eine Zahl von 0 bis 10.");
    }

    @ParameterizedTest
    @CsvSource({
        "CSAT, de, Wie zufrieden sind Sie mit Nordwerk Energie?, sehr unzufrieden, sehr zufrieden",
        "CSAT, en, How satisfied are you with Nordwerk Energie?, very dissatisfied, very satisfied",
        "CES, de, Nordwerk Energie hat es mir leicht gemacht, stimme gar nicht zu, stimme voll zu",
        "CES, en, Nordwerk Energie made it easy for me to handle my request, strongly disagree, strongly agree"
    })
    void asksInTheWordsOfTheMetric(Metric metric, String language, String question, String lowest, String highest)
            throws Exception {
        var shown = RenderedPages.render(
                view.question(TOKEN, RenderedPages.invitation(language, metric), language, Entry.NOTHING, true),
                metric.key());

        assertThat(shown.select("h1").text()).contains(question);
        assertThat(shown.select("#ends").text()).contains(lowest, highest);
        assertThat(shown.select("[role=alert]").text())
                .contains(String.valueOf(metric.lowest()), String.valueOf(metric.highest()))
                .doesNotContain("0 ");
    }

    @ParameterizedTest
    @CsvSource({
        "NPS, 0, What bothered",
        "NPS, 6, What bothered",
        "NPS, 7, What would",
        "NPS, 8, What would",
        "NPS, 9, What do",
        "NPS, 10, What do",
        "CSAT, 2, What bothered",
        "CSAT, 3, What would",
        "CSAT, 4, What do",
        "CES, 3, What bothered",
        "CES, 4, What would",
        "CES, 5, What do"
    })
    void asksWhyByScoreWithoutNamingClasses(Metric metric, int score, String why) throws Exception {
        var entry = Entry.NOTHING.with(score);

        var shown = RenderedPages.render(view.reason(TOKEN, RenderedPages.invitation("en", metric), "en", entry, FORM));

        assertThat(shown.select("h1").text()).startsWith(why);
        assertThat(shown.select(".given b").text()).isEqualTo(String.valueOf(score));
        assertThat(shown.select(".given a").attr("href")).isEqualTo("/s/" + TOKEN + "?lang=en&change");
        assertThat(shown.select("input[name=reason]")).hasSize(5);
        assertThat(shown.text().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("detractor", "passive", "promoter", "nps", "csat", "satisfied", "easy");
    }

    @Test
    void keepsWhatWasEnteredWhenTheFormIsTooOld() throws Exception {
        var entry = new Entry(4, List.of("Preis"), "Zu <teuer> & \"unklar\"", true, Map.of());

        var shown = RenderedPages.render(
                view.reason(
                        TOKEN,
                        RenderedPages.invitation("de"),
                        "de",
                        entry,
                        new Form("n", STEP, "problem.old", Map.of())),
                "old");

        assertThat(shown.select("textarea").val()).isEqualTo("Zu <teuer> & \"unklar\"");
        assertThat(shown.select("input[name=reason][checked]").val()).isEqualTo("Preis");
        assertThat(shown.select("input[name=callBack][checked]")).hasSize(1);
        assertThat(shown.select("input[name=score]").val()).isEqualTo("4");
        assertThat(shown.select("[role=alert]").text()).contains("Es ist nichts verloren");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "expired", "final", "anonymous", "answered", "busy"})
    void saysInPlainWordsWhyThereIsNothingToDo(String why) throws Exception {
        var german = page.closed(why, "de", HttpStatus.GONE);

        assertThat(RenderedPages.render(german, why).select("a[href=mailto:service@nordwerk.example]"))
                .isNotEmpty();
        assertThat(RenderedPages.render(page.closed(why, "en", HttpStatus.GONE), why)
                        .text())
                .doesNotContain("customer.");
        assertThat(german.getStatus()).isEqualTo(HttpStatus.GONE);
    }

    @ParameterizedTest
    @CsvSource({"service, email", "marketing, sms", "survey, email", "survey, any"})
    void unsubscribesByOneButtonAndOffersUndo(String purpose, String channel) throws Exception {
        var values = Map.of("path", "/u/" + TOKEN, "purpose", purpose, "channel", channel);
        for (var language : Texts.LANGUAGES) {
            var asked = RenderedPages.render(page.show("unsubscribe", language, "?lang=de", values), purpose);
            var done = RenderedPages.render(page.show("unsubscribed", language, "?lang=de", values), purpose);
            var undone = RenderedPages.render(page.show("resubscribed", language, "?lang=de", values), purpose);

            assertThat(asked.select("form[method=post] button")).hasSize(1);
            assertThat(asked.select("form").attr("action")).isEqualTo("/u/" + TOKEN + "?lang=" + language);
            assertThat(done.select("form").attr("action")).isEqualTo("/u/" + TOKEN + "/undo?lang=" + language);
            assertThat(undone.select("form")).isEmpty();
        }
    }

    @Test
    void explainsPrivacyAndNamesTheCompany() throws Exception {
        for (var language : Texts.LANGUAGES) {
            var shown = RenderedPages.render(page.show("privacy", language, "?lang=de", Map.of()));

            assertThat(shown.select("footer").text()).contains("Am Alten Hafen 12, 28195 Bremen");
        }
    }

    @Test
    void usesNoScriptNoInlineStyleAndNothingFromElsewhere() throws Exception {
        for (var file : templates()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("<script", "style=", "onclick", "http://", "https://", "?no_esc", "<style");
        }
    }

    @Test
    void hasEveryTextInBothLanguagesAndNoUnusedOne() throws Exception {
        var english = keys("customer.properties");
        var used = new TreeSet<String>();
        for (var file : templates()) {
            used.addAll(found(Files.readString(file)));
        }

        assertThat(keys("customer_de.properties")).isEqualTo(english);
        assertThat(english)
                .containsAll(used.stream().filter(key -> !key.endsWith(".")).toList());
        assertThat(english)
                .allSatisfy(key -> assertThat(used)
                        .anyMatch(known -> key.equals(known)
                                || (known.endsWith(".") && key.startsWith(known))
                                || key.startsWith("customer.why.")
                                || key.startsWith("customer.sms.")
                                || key.startsWith("customer.problem.")));
    }

    @Test
    void prefersTheWishedLanguageAndFallsBackToTheCompanys() {
        assertThat(page.language("en", "de")).isEqualTo("en");
        assertThat(page.language("fr", "en-GB")).isEqualTo("en");
        assertThat(page.language(null, "tr")).isEqualTo("de");
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.toList();
        }
    }

    private static List<String> found(String template) {
        return Pattern.compile("\\bt\\(\"([^\"]+)\"")
                .matcher(template)
                .results()
                .map(match -> "customer." + match.group(1))
                .toList();
    }

    private static java.util.Set<String> keys(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages", name))) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
