package dev.uplift.web.staff;

import static dev.uplift.web.staff.SampleCases.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.followup.CaseState;
import dev.uplift.platform.TestDatabase;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case, and what its agent can do with it. */
class CasePageTests extends DeskPages {

    @Test
    void showsWhatTheCustomerSaidAndOnlyWhatIsPossible() throws UnsupportedEncodingException {
        var id = samples.opened("Albers", 3, "Zu teuer", Duration.ofMinutes(30));

        var page = page("/cases/" + id, Locale.ENGLISH);

        assertThat(page.select("main").text())
                .contains("Albers", "Zu teuer", "Schnelligkeit", "Asks to be called", "K-Albers", "call, email")
                .contains("Opened by the answer");
        assertThat(page.select("main form").eachAttr("action")).containsExactly("/cases/" + id + "/take");
        post("/cases/" + id + "/take");
        assertThat(page("/cases/" + id, Locale.ENGLISH).select("main form").eachAttr("action"))
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .containsExactly("contact", "close", "hand-over", "snooze");
    }

    @Test
    void closesWithARootCauseAndRefusesWithout() throws UnsupportedEncodingException {
        var id = taken("Albers");

        var refused = post("/cases/" + id + "/close?outcome=RESOLVED");
        assertThat(refused).hasRedirectedUrl("/cases/" + id);
        assertThat(String.valueOf(refused.getMvcResult().getFlashMap().get("refused")))
                .contains("Choose a root cause");
        assertThat(stored(id).state()).isEqualTo(CaseState.WORKING);

        post("/cases/" + id + "/close?outcome=RESOLVED&rootCause=price&note=Danke");
        var page = page("/cases/" + id, Locale.GERMAN);
        assertThat(page.select(".note").text()).contains("Gelöst", "Preis");
        assertThat(page.select("#history").text()).contains("agent hat ihn abgeschlossen", "Danke");
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void offersTheRootCausesOfTheDeskInTheReadersLanguage() throws UnsupportedEncodingException {
        var id = taken("Albers");

        assertThat(page("/cases/" + id, Locale.GERMAN)
                        .select("#f-rootCause option")
                        .eachText())
                .contains("Keine", "Preis", "Niemanden erreicht");
    }

    @Test
    void givesBackWhatWasEnteredIntoAFormThatWasRefused() throws UnsupportedEncodingException {
        var id = taken("Albers");
        var refused = post("/cases/" + id + "/close", "outcome", "NOT_RESOLVABLE", "note", "Viel Text");

        var again = web.get()
                .uri("/cases/" + id)
                .flashAttrs(new HashMap<>(refused.getMvcResult().getFlashMap()))
                .with(user("agent").roles("AGENT"))
                .exchange();

        var page = Jsoup.parse(again.getResponse().getContentAsString());
        assertThat(page.select("#f-close-note").val()).isEqualTo("Viel Text");
        assertThat(page.select("#f-outcome option[selected]").val()).isEqualTo("NOT_RESOLVABLE");
        assertThat(page.select("#f-contact-note").val()).isEmpty();
    }

    @Test
    void tellsThatTheCustomerHasChangedTheRating() throws UnsupportedEncodingException {
        var id = taken("Albers");
        JdbcClient.create(TestDatabase.source()).sql("""
                        insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score,
                                                           language, at)
                        select invitation_id, run_id, customer_id, survey_key, metric, 'AMENDED', 8, language, at
                          from survey.response_event""").update();

        var page = page("/cases/" + id, Locale.ENGLISH);

        assertThat(page.select(".head .rating").text()).startsWith("3");
        assertThat(page.text()).contains("has changed the rating to 8 since");
    }

    @Test
    void refusesACaseThatBelongsToSomebodyElse() {
        var id = samples.opened("Albers", 3, null, Duration.ofMinutes(30));
        cases.take(id, "manager", NOW);

        var refused = post("/cases/" + id + "/contact?channel=call&reached=true");

        assertThat(String.valueOf(refused.getMvcResult().getFlashMap().get("refused")))
                .contains("belongs to manager");
        assertThat(stored(id).firstContactAt()).isNull();
    }

    @Test
    void logsACallThatReachedNobody() throws UnsupportedEncodingException {
        var id = taken("Albers");

        post("/cases/" + id + "/contact?channel=call&reached=false&note=Mailbox");

        var page = page("/cases/" + id, Locale.ENGLISH);
        assertThat(page.select("#history li:last-child").text()).contains("agent: call, not reached", "Mailbox");
        assertThat(page.select(".head .tag").text()).isEqualTo("Contacted");
    }

    @Test
    void putsACaseOffAndSaysThatItRests() throws UnsupportedEncodingException {
        var id = taken("Albers");

        assertThat(post("/cases/" + id + "/snooze?until=soon"))
                .flash()
                .containsEntry("refused", "Choose a day and a time.");
        post("/cases/" + id + "/snooze?until=2026-12-02T09:00");

        assertThat(page("/cases/" + id, Locale.ENGLISH).select(".head .meta").text())
                .contains("Rests", "until 2 Dec 2026, 09:00");
    }

    @Test
    void handsOverOnlyToSomebodyWhoFollowsUp() {
        var id = taken("Albers");

        assertThat(String.valueOf(post("/cases/" + id + "/hand-over?to=marketer")
                        .getMvcResult()
                        .getFlashMap()
                        .get("refused")))
                .contains("Nobody called marketer follows up cases");
        post("/cases/" + id + "/hand-over?to=manager&why=Urlaub");

        assertThat(stored(id).owner()).isEqualTo("manager");
    }

    @Test
    void mergesOnlyWithAnotherCaseOfTheSameCustomer() throws UnsupportedEncodingException {
        var other = samples.opened("Albers", 1, null, Duration.ofMinutes(10));
        samples.opened("Nowak", 1, null, Duration.ofMinutes(5));
        var id = samples.opened("Albers", 3, null, Duration.ofMinutes(30));
        cases.take(id, "agent", NOW);

        assertThat(page("/cases/" + id, Locale.ENGLISH).select("#f-into option").eachAttr("value"))
                .containsExactly(String.valueOf(other));
        post("/cases/" + id + "/merge?into=" + other);

        assertThat(stored(id).state()).isEqualTo(CaseState.MERGED);
    }

    @Test
    void knowsNoCaseOfADeskWhereTheReaderDoesNotWork() {
        var id = samples.opened("Albers", 3, null, Duration.ofMinutes(30));
        samples.jdbc().sql("update followup.case set desk = 'elsewhere'").update();

        assertThat(get("/cases/" + id, Locale.ENGLISH)).hasStatus(404);
        assertThat(post("/cases/" + id + "/take")).hasStatus(404);
    }
}
