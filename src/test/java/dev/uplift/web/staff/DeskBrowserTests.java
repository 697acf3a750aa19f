package dev.uplift.web.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.uplift.impact.FollowedCases;
import dev.uplift.platform.TestDatabase;
import java.time.Duration;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The follow-up desk in a real browser. */
class DeskBrowserTests extends StaffBrowser {

    @Test
    void showsTheDeskFitForEverybodyInBothLanguages() {
        var samples = new SampleCases(JdbcClient.create(TestDatabase.source()), surveys, opening);
        samples.opened("Albers", 3, "Abschlag verdoppelt und keiner erklärt warum. ".repeat(5), Duration.ofMinutes(30));
        samples.opened("Albers", 6, null, Duration.ofMinutes(20));
        samples.opened("Nowak", 2, "Umzug dreimal gemeldet", Duration.ofHours(23));
        samples.reachable();
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
                page.locator("#email summary").click();
                page.locator("#email button").click();
            }
            page.evaluate("document.querySelectorAll('details').forEach(step => { step.open = true; })");
            assertFitForEverybody();
            picture("case-" + language, 1440);
            picture("case-" + language, 390);
        }
    }

    @Test
    void showsWhatFollowingUpDoesFitForEverybody() {
        var cases = new FollowedCases(JdbcClient.create(TestDatabase.source()), "service-desk").drawn();
        var later = FollowedCases.OPENED.plus(Duration.ofDays(7));
        cases.opened("follow-up", 1, 300);
        cases.opened("held", 1001, 1300);
        cases.answered("nps-service", 1, 60, 100, 140, later);
        cases.answered("nps-service", 1001, 160, 80, 60, later);
        clock.simulate(SampleCases.NOW);
        logIn("agent");

        speak(Locale.GERMAN, address("/cases/effect"));
        assertFitForEverybody();
        picture("effect", 1440);
        JdbcClient.create(TestDatabase.source())
                .sql("update followup.case set waiting_list_id = null, arm = 'follow-up'")
                .update();
        speak(Locale.ENGLISH, address("/cases/effect"));
        assertFitForEverybody();
        picture("effect-unproved", 390);
        page.navigate(address("/improvements/new?cases=1"));
        page.locator("#f-title").fill("Explain the bill");
        page.locator("main form button").click();
        assertFitForEverybody();
        picture("improvement", 390);
        page.navigate(address("/alerts"));
        assertFitForEverybody();
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
    void movesThroughTheQueueByKeysAndSendsByOneButNotWhileTyping() {
        var samples = new SampleCases(JdbcClient.create(TestDatabase.source()), surveys, opening);
        samples.opened("Albers", 3, null, Duration.ofMinutes(30));
        samples.opened("Nowak", 2, null, Duration.ofMinutes(40));
        samples.reachable();
        clock.simulate(SampleCases.NOW);
        logIn("agent");
        page.navigate(address("/cases"));

        page.keyboard().press("j");
        assertThat(page.locator(":focus")).hasText("Nowak");
        page.keyboard().press("j");
        assertThat(page.locator(":focus")).hasText("Albers");
        page.keyboard().press("k");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Nowak");

        page.locator("form[action$='/take'] button").click();
        page.locator("#sms summary").click();
        page.locator("#sms button").click();
        page.locator("#sms textarea").fill("");
        page.locator("#sms textarea").pressSequentially("jk");
        assertThat(page.locator("[data-kept]")).hasText(java.util.regex.Pattern.compile("Draft saved .*"));
        page.locator("#sms textarea").press("Control+Enter");
        assertThat(page.locator(".sent")).containsText("The SMS goes out in 30 seconds.");
        page.locator(".sent button").click();
        assertThat(page.locator("#sms textarea")).hasValue("jk");
    }
}
