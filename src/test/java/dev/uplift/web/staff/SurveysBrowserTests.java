package dev.uplift.web.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The pages of surveys in a browser. */
class SurveysBrowserTests extends StaffBrowser {

    @Test
    void listsAndEditsSurveysForEverybody() {
        logIn("marketer");
        page.locator("nav a[href='/surveys']").click();
        assertThat(page.locator("h1")).hasText("Surveys");
        assertFitForEverybody();
        picture("surveys", 1440);
        picture("surveys", 390);
        page.locator("a[href='/surveys/csat-service']").click();
        assertFitForEverybody();
        picture("survey", 1440);

        page.locator("textarea").fill("metric: stars\n");
        page.locator("text=Check").click();
        assertThat(page.locator(".note")).containsText("csat-service.yaml:1:9");
        assertFitForEverybody();
        speak(Locale.GERMAN, address("/surveys/csat-service"));
        assertFitForEverybody();
        picture("survey-de", 390);
    }
}
