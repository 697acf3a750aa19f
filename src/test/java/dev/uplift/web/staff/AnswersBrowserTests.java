package dev.uplift.web.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.uplift.platform.TestDatabase;
import dev.uplift.survey.answers.Tagging;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers and their topics in a real browser. */
class AnswersBrowserTests extends StaffBrowser {

    @Autowired
    Tagging tagging;

    @Test
    void showsAnswersAndTopicsFitForEverybodyInBothLanguages() {
        var samples = new SampleCases(JdbcClient.create(TestDatabase.source()), surveys, opening);
        for (var number = 0; number < 36; number++) {
            var score = number % 11;
            samples.opened(
                    "K" + number,
                    score,
                    score < 7 ? "Abschlag verdoppelt, zu teuer, keiner erklärt warum. ".repeat(3) : "Nette Beratung",
                    Duration.ofHours(number));
        }
        tagging.tag(SampleCases.NOW);
        clock.simulate(SampleCases.NOW);
        logIn("manager");

        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            speak(language, address("/answers"));
            page.locator("summary").click();
            assertFitForEverybody();
            picture("answers-" + language, 1440);
            picture("answers-" + language, 390);
            page.navigate(address("/answers/tags"));
            assertFitForEverybody();
            picture("topics-" + language, 1440);
            picture("topics-" + language, 390);
        }
    }

    @Test
    void showsWebhooksFitForEverybodyInBothLanguages() {
        JdbcClient.create(TestDatabase.source()).sql(WebhooksPageTests.DEAD).update();
        logIn("admin");

        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            speak(language, address("/webhooks"));
            assertFitForEverybody();
            picture("webhooks-" + language, 1440);
            picture("webhooks-" + language, 390);
        }
    }

    @Test
    void narrowsByTheWordsThatSomebodyTypes() {
        var samples = new SampleCases(JdbcClient.create(TestDatabase.source()), surveys, opening);
        samples.opened("Albers", 3, "Kündigung folgt", Duration.ofMinutes(30));
        samples.opened("Nowak", 2, "Umzug dreimal gemeldet", Duration.ofHours(23));
        clock.simulate(SampleCases.NOW);
        logIn("manager");
        page.navigate(address("/answers"));

        page.locator("#f-q").fill("kuendi");
        page.locator("#f-q").press("Enter");

        assertThat(page.locator(".queue h2")).hasText("Albers");
        assertThat(page.locator("[role=status]")).hasText("1 answer");
    }
}
