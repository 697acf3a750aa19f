package dev.uplift.web.customer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.uplift.delivery.Asked;
import dev.uplift.platform.TestPublicUrl;
import dev.uplift.platform.TestSecrets;
import dev.uplift.survey.OwnSurveys;
import dev.uplift.survey.Sightings;
import dev.uplift.survey.SurveySamples;
import dev.uplift.web.BrowserTests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The survey as customers see and answer it. */
class SurveyBrowserTests extends BrowserTests {

    private static final List<String> LOOKED_AT = List.of("flaws", "further", "late", "answered", "anonymous");

    @TempDir
    Path content;

    private OwnSurveys own;
    private CustomerSite site;

    @BeforeEach
    void serve() throws IOException {
        own = new OwnSurveys(content, OwnSurveys.PLAIN + SurveySamples.FURTHER);
        var clock = Clock.fixed(OwnSurveys.NOW, ZoneOffset.UTC);
        var settings = FormNonceTests.settings(Path.of("target"));
        var frame = new Page(settings, new Texts());
        var view = new SurveyView(frame);
        var secrets = TestSecrets.secrets();
        site = new CustomerSite(
                site -> {
                    var browser = new OwnBrowser(secrets, TestPublicUrl.of(settings), site.request, site.response);
                    var answers = new SurveyAnswers(own.surveys, view, new FormNonce(secrets), browser, frame, clock);
                    var lookout = new Lookout(new Sightings(own.jdbc), new Asked(own.jdbc), site.request, clock);
                    return new SurveyPages(own.surveys, view, answers, lookout, browser, frame, clock);
                },
                new SamplePages(frame, view)::show);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void isAnsweredByTheKeyboardOnEachScale() {
        for (var metric : List.of("nps", "csat", "ces")) {
            page.navigate(site.address("/sample/" + metric + "?lang=de"));

            assertThat(page.locator("input[name=score]:checked")).hasCount(0);
            page.locator("input[name=score]").nth(3).focus();
            page.keyboard().press("Space");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("input[name=score]").nth(4)).isChecked();
        }
    }

    /** German by daylight, English in the dark. */
    @Test
    void isFitForEverybodyOnEveryPage() {
        for (var name : SamplePages.NAMES) {
            for (var dark : List.of(false, true)) {
                page.emulateMedia(
                        new EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
                page.navigate(site.address("/sample/" + name + "?lang=" + (dark ? "en" : "de")));
                assertFitForEverybody();
            }
            if (LOOKED_AT.contains(name)) {
                picture("customer-" + name, 320);
            }
        }
    }

    @Test
    void isAnsweredFromTheFirstQuestionToTheThanksByTheKeyboardOnly() {
        page.navigate(site.address("/s/" + own.invited(1) + "?lang=en"));

        tabTo("input[name=score]");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        tabTo("input[name=reason]");
        page.keyboard().press("Space");
        tabTo("input[name='q.solved']");
        page.keyboard().press("ArrowRight");
        tabTo("textarea[name='q.expected']");
        page.keyboard().type("More");
        tabTo("textarea[name=comment]");
        page.keyboard().type("Never again");
        tabTo("button");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Just one more thing");
        tabTo("input[name='q.missing']");
        page.keyboard().press("Space");
        tabTo("button");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Thank you, that helps us.");
        assertThat(own.texts("select concat_ws('|', score, reasons[1], comment, given::text) from survey.response"))
                .containsExactly("2|Price|Never again|"
                        + "{\"solved\": [\"part\"], \"missing\": [\"answer\"], \"expected\": \"More\"}");
    }

    @Test
    void worksWithoutJavaScriptOnASmallScreenAndSaysWhatIsMissing() {
        var options =
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(320, 640);
        try (var scriptless = page.context().browser().newContext(options)) {
            var small = scriptless.newPage();
            small.navigate(site.address("/s/" + own.invited(1) + "?score=3"));
            small.locator("textarea[name=comment]").fill("Nie wieder");
            small.locator("button").click();
            assertThat(small.locator("[role=alert] a")).hasCount(2);
            assertThat(small.locator("#f-solved")).hasText("Bitte beantworten Sie diese Frage.");
            small.locator("input[value=no]").check();
            small.locator("textarea[name='q.expected']").fill("Eine Antwort");
            small.locator("button").click();

            assertThat(small.locator("h1")).hasText("Danke, das hilft uns weiter.");
        }
        assertThat(own.texts("select comment || given::text from survey.response"))
                .containsExactly("Nie wieder{\"solved\": [\"no\"], \"expected\": \"Eine Antwort\"}");
    }

    @Test
    void changesAnAnswerWithAllThatWasSaid() {
        var token = own.invited(1);
        page.navigate(site.address("/s/" + token + "?score=9&lang=en"));
        page.locator("input[value=no]").check();
        page.locator("button").click();
        assertThat(page.locator("h1")).hasText("Thank you, that helps us.");
        page.locator("main a").click();
        page.locator("input[name=score][value='10']").check();
        page.locator("button").click();
        assertThat(page.locator("input[value=no]")).isChecked();
        page.locator("input[value=part]").check();
        page.locator("button").click();
        page.locator("button").click();

        assertThat(page.locator("h1")).hasText("Thank you, that helps us.");
        assertThat(own.texts("select score || given::text from survey.response"))
                .containsExactly("9{\"solved\": [\"part\"]}");
        assertThat(own.texts("select type || score from survey.response_event order by id"))
                .containsExactly("CONFIRMED9", "AMENDED10");
    }

    @Test
    void forgetsWhoAnsweredAnonymously() {
        own.write(OwnSurveys.PLAIN + "mode: anonymous\n");
        own.surveys.reload(OwnSurveys.NOW);
        var token = own.invited(1);
        page.navigate(site.address("/s/" + token + "?score=9&lang=en"));
        assertThat(page.locator("main")).containsText("This survey is anonymous");
        page.locator("button").click();
        assertThat(page.locator("main")).containsText("we can neither show nor change it");
        assertThat(page.locator("main a")).hasCount(0);

        page.navigate(site.address("/s/" + token + "?lang=en"));

        assertThat(page.locator("h1")).hasText("You have answered already.");
        expectComplaint("410");
        assertThat(own.texts("select score::text from survey.counted")).containsExactly("9");
    }

    /** Presses the tabulator until the first of these has the focus. */
    private void tabTo(String selector) {
        var first = page.locator(selector).first();
        for (var presses = 0; presses < 30; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) first.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }
}
