package dev.uplift.web.staff;

import static dev.uplift.web.staff.SampleCases.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.followup.Case;
import dev.uplift.followup.CaseState;
import dev.uplift.followup.Cases;
import dev.uplift.followup.Opening;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.UpliftClock;
import dev.uplift.survey.Surveys;
import dev.uplift.web.security.Doors;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = SampleApplication.class)
@AutoConfigureMockMvc
class CasesPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Cases cases;

    @Autowired
    UpliftClock clock;

    @Autowired
    Surveys surveys;

    @Autowired
    Opening opening;

    private SampleCases samples;

    @BeforeEach
    void open() {
        Doors.open();
        clock.simulate(NOW);
        samples = new SampleCases(JdbcClient.create(TestDatabase.source()), surveys, opening);
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void showsTheMostUrgentFirstAndSaysInWordsHowUrgent() throws UnsupportedEncodingException {
        samples.opened("Albers", 3, "Keiner <b>erklärt</b> warum", Duration.ofMinutes(30));
        samples.opened("Nowak", 2, null, Duration.ofMinutes(22 * 60 + 35));

        var rows = page("/cases", Locale.ENGLISH).select(".queue li");

        assertThat(rows.select("h2").eachText()).containsExactly("Nowak", "Albers");
        assertThat(rows.select(".tag").eachText()).containsExactly("35 min overdue", "7 h 30 min left");
        assertThat(rows.get(0).text()).contains("2 of 10", "No comment", "service-recovery", "Customer service");
        assertThat(rows.get(1).select(".brief").text()).isEqualTo("Keiner <b>erklärt</b> warum");
    }

    @Test
    void saysTheSameInGerman() throws UnsupportedEncodingException {
        samples.opened("Nowak", 2, null, Duration.ofMinutes(22 * 60 + 35));

        var page = page("/cases", Locale.GERMAN);

        assertThat(page.select(".queue .tag").eachText()).containsExactly("35 Min. überfällig");
        assertThat(page.select(".side a[aria-current]").text()).isEqualTo("Nachfassen 1 neu");
    }

    @Test
    void narrowsTheQueueByTheAddress() throws UnsupportedEncodingException {
        samples.opened("Albers", 3, null, Duration.ofMinutes(30));
        samples.opened("Nowak", 2, null, Duration.ofHours(23));
        cases.takeNext("agent", NOW);

        assertThat(names("")).containsExactly("Nowak", "Albers");
        assertThat(names("?show=mine")).containsExactly("Nowak");
        assertThat(names("?show=new")).containsExactly("Albers");
        assertThat(names("?show=overdue")).containsExactly("Nowak");
        assertThat(page("/cases?show=mine", Locale.ENGLISH).select(".chips a").eachText())
                .containsExactly("All 2", "Mine 1", "New 1", "Overdue 1");
    }

    @Test
    void saysInWordsThatThereIsNothingToDo() throws UnsupportedEncodingException {
        assertThat(page("/cases", Locale.ENGLISH).select(".empty h2").text()).isEqualTo("Nothing to do here");
    }

    @Test
    void givesTheNextCaseAndSaysWhenNobodyWaits() {
        var id = samples.opened("Albers", 3, null, Duration.ofMinutes(30));

        assertThat(post("/cases/next")).hasRedirectedUrl("/cases/" + id);
        assertThat(stored(id).owner()).isEqualTo("agent");
        assertThat(post("/cases/next")).hasRedirectedUrl("/cases").flash().containsEntry("done", "staff.cases.nobody");
    }

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

    @Test
    void saysHowManyCameWithoutMovingTheList() throws UnsupportedEncodingException {
        samples.opened("Albers", 3, null, Duration.ofMinutes(30));
        var source =
                page("/cases?show=new", Locale.ENGLISH).select("[data-live]").attr("data-live");
        assertThat(page(source, Locale.ENGLISH).text()).isEmpty();

        samples.opened("Nowak", 2, null, Duration.ofMinutes(5));

        var fresh = page(source, Locale.ENGLISH);
        assertThat(fresh.text()).isEqualTo("1 new, show");
        assertThat(fresh.select("a").attr("href")).isEqualTo("/cases?show=new");
        assertThat(fresh.select("[data-live]").attr("data-live")).isEqualTo(source);
    }

    private long taken(String name) {
        var id = samples.opened(name, 3, null, Duration.ofMinutes(30));
        cases.take(id, "agent", NOW);
        return id;
    }

    private Case stored(long id) {
        return cases.find(id, "agent").orElseThrow();
    }

    private Iterable<String> names(String query) throws UnsupportedEncodingException {
        return page("/cases" + query, Locale.ENGLISH).select(".queue h2").eachText();
    }

    private MvcTestResult post(String address) {
        return web.post()
                .uri(address)
                .header("Accept-Language", "en")
                .with(user("agent").roles("AGENT"))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address, Locale language) {
        return web.get()
                .uri(address)
                .header("Accept-Language", language.toLanguageTag())
                .with(user("agent").roles("AGENT"))
                .exchange();
    }

    private Document page(String address, Locale language) throws UnsupportedEncodingException {
        var answer = get(address, language);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
