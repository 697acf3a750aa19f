package dev.uplift.web.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.survey.Agent;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Invite;
import dev.uplift.survey.Sighting;
import dev.uplift.survey.Sightings;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What programs did to survey links, as an administrator sees it. */
class FalseAnswersBrowserTests extends StaffBrowser {

    @Autowired
    Sightings sightings;

    @Test
    void showsWhatProgramsDidFitForEverybodyInBothLanguages() {
        clock.simulate(SampleCases.NOW);
        logIn("admin");

        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            speak(language, address("/false-answers"));
            assertFitForEverybody();
            picture("false-answers-none-" + language, 390);
        }
        scan(1);
        scan(2);
        sightings.opened(invited(3), new Sighting(9, Agent.BROWSER, false), SampleCases.NOW);

        for (var language : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
            speak(language, address("/false-answers"));
            assertFitForEverybody();
            picture("false-answers-" + language, 1440);
            picture("false-answers-" + language, 390);
        }
        assertThat(page.locator("main")).containsText("Opened by a program2 (66.7\u00a0%)");
        assertThat(page.locator("main")).containsText("Opened by people only1 (33.3\u00a0%)");
        assertThat(page.locator("main")).containsText("2 of 2 answers (100.0\u00a0%)");
        assertThat(page.locator("tbody tr").first()).containsText("Followed a link that no person sees");
        assertThat(page.locator("nav.side a[aria-current=page]")).hasText("False answers");
    }

    /** A program finds the hidden link; a person answers later. */
    private void scan(int number) {
        var token = invited(number);
        sightings.hidden(token, Agent.PROGRAM, SampleCases.NOW);
        surveys.answer(token, new Answer(7, List.of(), null, false, "de"), SampleCases.NOW);
    }

    private String invited(int number) {
        var send = new SendId(new UUID(9, number));
        var invite = new Invite(send, new RunId(1), new CustomerId(number), "nps-service", "de");
        return String.valueOf(surveys.invite(List.of(invite), SampleCases.NOW.minusSeconds(60))
                .get(send));
    }
}
