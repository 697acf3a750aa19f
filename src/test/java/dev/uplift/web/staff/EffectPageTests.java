package dev.uplift.web.staff;

import static dev.uplift.impact.FollowedCases.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.FollowedCases;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What following up does, as a manager reads it. */
class EffectPageTests extends DeskPages {

    @Test
    void tellsTheEffectOfFollowingUpInBothLanguages() throws UnsupportedEncodingException {
        drawn();

        var english = page("/cases/effect", Locale.ENGLISH);
        assertThat(english.select("#h-nps").parents().select(".note").text())
                .contains("Not decidable yet: +25 points", "more answers");
        assertThat(english.select("main").text())
                .contains("Followed up at once", "Waiting list", "a lot decided who had to wait")
                .contains("Holds however often one looks", "Too severe to wait, not compared")
                .doesNotContain("hold-out", "In the campaign");
        assertThat(english.select("main s").text()).contains("+135");

        var german = page("/cases/effect", Locale.GERMAN);
        assertThat(german.select("main").text())
                .contains("Noch nicht entscheidbar: +25 Punkte", "Sofort nachgefasst", "Warteliste")
                .doesNotContain("Kampagne", "Kontrollgruppe");
    }

    @Test
    void saysWhyNothingIsProvedWithoutALotAndHowToSwitchItOn() throws UnsupportedEncodingException {
        var cases = new FollowedCases(samples.jdbc(), "service-desk");
        cases.opened("follow-up", 1, 100);
        cases.answered("nps-service", 1, 30, 10, 10, OPENED.plus(Duration.ofDays(7)));

        var english = page("/cases/effect?desk=service-desk", Locale.ENGLISH);
        assertThat(english.select("main").text())
                .contains("Without a waiting list the cause is unknown.", "Why this proves nothing", "hold-back:");
        assertThat(english.select("main s").text()).contains("+60");
        assertThat(page("/cases/effect", Locale.GERMAN).select("main").text())
                .contains("Ohne Warteliste bleibt die Ursache offen.", "Warum das nichts beweist")
                .contains("ohne jedes Nachfassen zu erwarten");
    }

    @Test
    void saysWhatToDoBeforeTheFirstCase() throws UnsupportedEncodingException {
        var page = page("/cases/effect", Locale.ENGLISH);

        assertThat(page.select(".empty").text()).contains("No case yet");
        assertThat(page.select("#h-figures").parents().text()).contains("Cases opened: 0");
    }

    @Test
    void countsWhatBecameOfTheCasesAndWarnsOfRecovery() throws UnsupportedEncodingException {
        for (var name : new String[] {"Albers", "Nowak", "Celik"}) {
            var id = taken(name);
            post("/cases/" + id + "/contact?channel=call&reached=true");
            post("/cases/" + id + "/close?outcome=RESOLVED&rootCause=price");
        }

        var page = page("/cases/effect?days=30", Locale.ENGLISH);

        assertThat(page.select("main").text())
                .contains("Cases opened: 3", "contacted in time, 3 of 3", "Recovery alone proves nothing");
        assertThat(page.select("#h-causes").parents().select("tbody tr").get(0).text())
                .startsWith("Price Propose an improvement 3 100");
        assertThat(page.select("[aria-current=true]").text()).isEqualTo("30 days");
    }

    /** 400 each way, of whom half answered, by 25 points better where somebody followed up; ten were too severe to wait. */
    private void drawn() {
        var cases = new FollowedCases(samples.jdbc(), "service-desk").drawn();
        cases.opened("follow-up", 1, 400);
        cases.opened("held", 1001, 1400);
        cases.opened("exempt", 2001, 2010);
        var later = OPENED.plus(Duration.ofDays(7));
        cases.asked("nps-service", 201, 400, later.plusSeconds(60));
        cases.asked("nps-service", 1201, 1400, later.plusSeconds(60));
        cases.answered("nps-service", 1, 30, 70, 100, later);
        cases.answered("nps-service", 1001, 50, 80, 70, later);
    }
}
