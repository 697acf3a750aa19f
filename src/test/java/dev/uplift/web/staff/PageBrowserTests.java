package dev.uplift.web.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.uplift.followup.Opening;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.UpliftClock;
import dev.uplift.survey.Surveys;
import dev.uplift.web.BrowserTests;
import dev.uplift.web.security.Doors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PageBrowserTests extends BrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    Surveys surveys;

    @Autowired
    Opening opening;

    @Autowired
    UpliftClock clock;

    @BeforeEach
    void open() {
        Doors.open();
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @ParameterizedTest
    @CsvSource({
        "campaigns, /campaigns",
        "nothing, /campaigns?state=cancelled",
        "campaign, /campaigns/instalment-explained",
        "recipient, /campaigns/instalment-explained?customer=C-1001",
        "plan, /campaigns/instalment-explained/plan",
        "unknown, /campaigns/instalment-explained/unknown",
        "trial, /campaigns/instalment-explained/plan?effect=5",
        "trial-wrong, /campaigns/instalment-explained/plan?effect=much",
        "sends, /campaigns/instalment-explained/sends",
        "reports, /reports",
        "reports-none, /reports?which=none",
        "report, /campaigns/instalment-explained/report",
        "report-proven, /campaigns/instalment-explained/report?which=proven",
        "report-early, /campaigns/instalment-explained/report?which=early",
        "report-alone, /campaigns/instalment-explained/report?which=alone",
        "report-biased, /campaigns/instalment-explained/report?which=biased",
        "report-accounts, /campaigns/instalment-explained/report?which=accounts",
        "report-broken, /campaigns/instalment-explained/report?which=broken",
        "report-csat, /campaigns/instalment-explained/report?which=csat"
    })
    void isFitForEverybodyInBothLanguages(String name, String path) {
        logIn("marketer");

        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            speak(language, address("/campaigns"));
            page.navigate(address(path));
            assertFitForEverybody();
            picture(name + "-" + language, 1440);
            picture(name + "-" + language, 390);
        }
    }

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
    void showsTheDeskFitForEverybodyInBothLanguages() {
        var samples = new SampleCases(JdbcClient.create(TestDatabase.source()), surveys, opening);
        samples.opened("Albers", 3, "Abschlag verdoppelt und keiner erklärt warum. ".repeat(5), Duration.ofMinutes(30));
        samples.opened("Albers", 6, null, Duration.ofMinutes(20));
        samples.opened("Nowak", 2, "Umzug dreimal gemeldet", Duration.ofHours(23));
        clock.simulate(SampleCases.NOW);
        logIn("agent");

        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            speak(language, address("/cases"));
            assertFitForEverybody();
            picture("cases-" + language, 1440);
            picture("cases-" + language, 390);
            page.locator(".queue li", new Page.LocatorOptions().setHasText("Albers"))
                    .locator("a")
                    .first()
                    .click();
            if (page.locator("form[action$='/take'] button").count() > 0) {
                page.locator("form[action$='/take'] button").click();
            }
            page.evaluate("document.querySelectorAll('details').forEach(step => { step.open = true; })");
            assertFitForEverybody();
            picture("case-" + language, 1440);
            picture("case-" + language, 390);
        }
    }

    @Test
    void saysWhatIsNewWithoutMovingTheQueue() {
        var samples = new SampleCases(JdbcClient.create(TestDatabase.source()), surveys, opening);
        samples.opened("Albers", 3, null, Duration.ofMinutes(30));
        clock.simulate(SampleCases.NOW);
        logIn("agent");
        page.clock().install();
        page.navigate(address("/cases"));
        var before = page.locator(".queue").boundingBox().y;
        samples.opened("Nowak", 2, null, Duration.ofMinutes(5));

        page.clock().runFor(6000);

        assertThat(page.locator(".fresh a")).hasText("1 new, show");
        Assertions.assertThat(page.locator(".queue").boundingBox().y).isEqualTo(before);
        assertThat(page.locator(".queue li")).hasCount(1);
        page.locator(".fresh a").click();
        assertThat(page.locator(".queue li")).hasCount(2);
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

    @Test
    void logsInWithTheKeyboardAloneAndOutAgain() {
        page.navigate(address("/campaigns"));
        assertFitForEverybody();
        picture("login", 1440);
        picture("login", 390);

        page.keyboard().type("marketer");
        page.keyboard().press("Tab");
        page.keyboard().type(Doors.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Campaigns");
        page.locator("form[action='/logout'] button").click();
        assertThat(page.locator("[role=status]")).hasText("You are logged out.");
    }

    @Test
    void saysThatNameAndPasswordDoNotMatch() {
        page.navigate(address("/login?lang=de"));
        page.locator("#username").fill("marketer");
        page.locator("#password").fill("guess");
        page.locator("button[type=submit]").click();

        assertThat(page.locator("[role=alert]")).containsText("passen nicht zusammen");
        assertFitForEverybody();
    }

    @Test
    void asksForEvidenceBeforeAnUnknownSendIsSettled() {
        logIn("marketer");
        page.navigate(address("/campaigns/instalment-explained/unknown"));
        page.locator("summary").first().click();
        page.locator("summary").last().click();

        assertFitForEverybody();
        picture("unknown-open", 1440);
        picture("unknown-open", 390);
        page.getByText("It arrived").first().click();

        assertThat(page.locator("input[name=evidence]").first()).isFocused();
    }

    @ParameterizedTest
    @CsvSource({"manager, 1", "marketer, 0"})
    void saysOnEveryPageThatAllSendingIsHeldAndLetsThoseReleaseItWhoMay(String role, int buttons) {
        JdbcClient.create(TestDatabase.source())
                .sql("insert into delivery.hold (reason, since, held_by) values ('OLDER', now(), 'uplift')")
                .update();
        logIn(role);

        page.navigate(address("/campaigns/instalment-explained"));

        assertThat(page.locator("main [role=alert]").first()).containsText("All sending is held since");
        assertThat(page.locator("form[action='/sending/release'] button")).hasCount(buttons);
        assertFitForEverybody();
        picture("held-" + role, 1440);
        picture("held-" + role, 390);
    }

    @Test
    void jumpsToTheSearchWithASlash() {
        logIn("marketer");
        page.navigate(address("/campaigns/instalment-explained"));

        page.keyboard().press("/");

        assertThat(page.locator("#customer")).isFocused();
    }

    @Test
    void opensTheMenuOnASmallScreen() {
        logIn("marketer");
        page.setViewportSize(390, 800);

        page.locator(".menu").click();

        assertThat(page.locator(".menu")).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#side a[href='/demo/phone']")).isVisible();
    }

    @Test
    void renewsTheNumbersOfAnOpenPage() {
        logIn("marketer");
        page.clock().install();
        page.navigate(address("/campaigns/instalment-explained"));
        page.evaluate("document.querySelector('[data-live] h2').textContent = 'old'");

        page.clock().runFor(6000);

        assertThat(page.locator("#h-delivery")).hasText("Delivery");
    }

    @Test
    void explainsWhatIsMissingOrForbidden() {
        logIn("agent");

        page.navigate(address("/nothing-like-it"));
        assertThat(page.locator("h1")).hasText("There is nothing here");
        expectComplaint("404");
        assertFitForEverybody();
        picture("error", 390);
        page.navigate(address("/campaigns/instalment-explained/plan"));
        assertThat(page.locator("h1")).hasText("This is not for your role");
        expectComplaint("403");
        page.navigate(address("/campaigns/broken"));
        assertThat(page.locator("h1")).hasText("Something broke on our side");
        assertThat(page.locator("body")).not().containsText("secret detail");
        expectComplaint("500");
    }

    private void logIn(String name) {
        page.navigate(address("/login"));
        page.locator("#username").fill(name);
        page.locator("#password").fill(Doors.PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("h1")).hasText(name.equals("agent") ? "Follow-ups" : "Campaigns");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
