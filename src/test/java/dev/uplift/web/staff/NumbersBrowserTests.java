package dev.uplift.web.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.uplift.platform.TestDatabase;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Insights, goals and the printed report in a real browser. */
class NumbersBrowserTests extends StaffBrowser {

    @ParameterizedTest
    @CsvSource({
        "insights, ''",
        "insights-narrow, ?kind=transactional&channel=sms&segment=business&period=90&compare=before",
        "insights-campaign, ?compare=run:instalment-explained:1",
        "insights-nothing, ?touchpoint=nowhere&period=30"
    })
    void showsInsightsFitForEverybodyInBothLanguages(String name, String query) {
        CountedAnswers.fill(JdbcClient.create(TestDatabase.source()));
        logIn("manager");

        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            speak(language, address("/campaigns"));
            page.navigate(address("/insights" + query));
            assertFitForEverybody();
            picture(name + "-" + language, 1440);
            picture(name + "-" + language, 390);
        }
        page.locator(".card > details > summary").first().click();
        assertFitForEverybody();
    }

    @ParameterizedTest
    @CsvSource({"goals, true", "goals-young, false"})
    void showsGoalsFitForEverybodyInBothLanguages(String name, boolean answered) {
        if (answered) {
            CountedAnswers.fill(JdbcClient.create(TestDatabase.source()));
        }
        logIn("manager");

        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            speak(language, address("/campaigns"));
            page.navigate(address("/goals"));
            assertThat(page.locator(".results > li")).hasCount(5);
            assertFitForEverybody();
            picture(name + "-" + language, 1440);
            picture(name + "-" + language, 390);
        }
        page.locator("#method > summary").click();
        assertFitForEverybody();
    }

    @Test
    void narrowsTheInsightsByAFormWithoutScript() {
        CountedAnswers.fill(JdbcClient.create(TestDatabase.source()));
        logIn("manager");
        page.navigate(address("/insights"));

        page.locator("#f-channel").selectOption("sms");
        page.locator("form.filters button[type=submit]").click();
        page.locator(".groups a").first().click();

        assertThat(page.locator("#f-channel")).hasValue("sms");
        assertThat(page.locator("#f-touchpoint")).hasValue("relationship");
        page.locator("form.renew button").click();
        assertThat(page.locator("[role=status]")).containsText("Renewal asked for");
        assertThat(page.locator("#f-channel")).hasValue("sms");
    }

    @ParameterizedTest
    @CsvSource({"en", "de"})
    void printsTheReportWithoutTheShell(String language) {
        logIn("manager");
        speak(new Locale.Builder().setLanguage(language).build(), address("/campaigns"));
        page.navigate(address("/campaigns/instalment-explained/report"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".side")).isHidden();
        assertThat(page.locator("#decisions form")).isHidden();
        assertThat(page.locator(".trademark")).isVisible();
        page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(Path.of("target/pictures/report-" + language + ".pdf")));
    }
}
