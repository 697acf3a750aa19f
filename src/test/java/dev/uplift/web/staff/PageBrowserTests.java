package dev.uplift.web.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.uplift.platform.TestDatabase;
import dev.uplift.web.security.Doors;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff pages and the ways through them in a real browser. */
class PageBrowserTests extends StaffBrowser {

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
        "report-reviewed, /campaigns/instalment-explained/report?which=reviewed",
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
}
