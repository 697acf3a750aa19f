package dev.uplift.web.staff;

import static dev.uplift.web.staff.SampleCases.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is to change so that customers need not complain again. */
class ImprovementPageTests extends DeskPages {

    @Test
    void saysWhatToDoWithoutAny() throws UnsupportedEncodingException {
        assertThat(page("/improvements", Locale.GERMAN).select(".empty").text()).contains("Noch keine Verbesserung");
    }

    @Test
    void isProposedFromACaseAndDecidedByAManager() throws UnsupportedEncodingException {
        var id = taken("Albers");
        assertThat(page("/cases/" + id, Locale.ENGLISH)
                        .select("a[href^=/improvements/new]")
                        .attr("href"))
                .isEqualTo("/improvements/new?cases=" + id);
        assertThat(page("/improvements/new?cases=" + id, Locale.ENGLISH)
                        .select("#f-cases")
                        .attr("value"))
                .isEqualTo(String.valueOf(id));

        assertThat(post("/improvements?title=Explain&cases=" + id + "&owner=billing&due=2026-12-31"))
                .hasRedirectedUrl("/improvements/1");
        assertThat(post("/improvements/1/decide?state=DOING")).hasStatus(403);
        assertThat(String.valueOf(decided("DONE").getMvcResult().getFlashMap().get("refused")))
                .contains("cannot become");
        assertThat(decided("DOING")).hasRedirectedUrl("/improvements/1");

        var page = page("/improvements/1", Locale.ENGLISH);
        assertThat(page.select(".head").text()).contains("Explain", "Under way", "billing", "31 Dec 2026");
        assertThat(page.select("#h-cases").parents().text()).contains("Case " + id, "customer K-Albers");
        assertThat(page.select("#history li b").eachText())
                .containsExactly("agent proposed it", "manager decided to do it");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page("/improvements", Locale.GERMAN).select("tbody").text()).contains("Explain", "In Arbeit");
    }

    @Test
    void gathersTheCasesOfARootCauseAndShowsHowOftenItWasNamed() throws UnsupportedEncodingException {
        for (var name : new String[] {"Albers", "Nowak", "Celik"}) {
            closed(name, "price");
        }
        assertThat(page("/cases/effect?days=30", Locale.ENGLISH)
                        .select("a[href^=/improvements/new]")
                        .attr("href"))
                .isEqualTo("/improvements/new?desk=service-desk&days=30&cause=price");

        post("/improvements?title=Cheaper&desk=service-desk&cause=price&days=30");
        clock.simulate(NOW.plusSeconds(60));
        decided("DOING");
        samples.jdbc()
                .sql("update followup.case set opened_at = opened_at - interval '1 day' where id = 1")
                .update();
        closed("Otto", "unreachable");
        samples.jdbc()
                .sql("update followup.case set opened_at = opened_at + interval '2 hours' where id = 4")
                .update();
        clock.simulate(NOW.plus(Duration.ofDays(3)));

        var page = page("/improvements/1", Locale.ENGLISH);
        assertThat(page.select("#h-cases").text()).isEqualTo("From cases: 3");
        assertThat(page.select("#h-effect").parents().text())
                .contains("3 of 3", "0 of 1", "Before and after: no proof");
    }

    @Test
    void refusesWhatNoCaseShowsAndWhatNobodyKnows() throws UnsupportedEncodingException {
        assertThat(refused("/improvements?title=Better&cases=99")).contains("There are no such cases");
        assertThat(refused("/improvements?title=&cases=99")).contains("needs a title");
        assertThat(refused("/improvements?title=Better&cases=one")).contains("'one' is no case number");
        assertThat(refused("/improvements?title=Better&cases=99&campaign=gone")).contains("There is no campaign gone");
        assertThat(get("/improvements/1", Locale.ENGLISH)).hasStatus(404);
    }

    private String refused(String address) throws UnsupportedEncodingException {
        var answer = post(address);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString())
                .select("[role=alert]")
                .text();
    }

    private void closed(String name, String cause) {
        var id = taken(name);
        post("/cases/" + id + "/close?outcome=RESOLVED&rootCause=" + cause);
    }

    private MvcTestResult decided(String state) {
        return web.post()
                .uri("/improvements/1/decide?state=" + state)
                .header("Accept-Language", "en")
                .with(user("manager").roles("MANAGER"))
                .with(csrf())
                .exchange();
    }
}
