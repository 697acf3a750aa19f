package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.platform.TestDatabase;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The shipped promises beside counted answers; segments that nobody defined have none. */
@SpringBootTest(classes = SampleApplication.class)
@AutoConfigureMockMvc
class GoalsPageTests {

    @Autowired
    MockMvcTester web;

    private final JdbcClient jdbc = TestDatabase.empty();

    @BeforeEach
    void fill() {
        CountedAnswers.fill(jdbc);
    }

    @Test
    void sumsUpInOneSentence() throws UnsupportedEncodingException {
        var page = page(Locale.ENGLISH);

        var states = page.select(".results .tag").eachText();
        assertThat(states).hasSize(5).isSubsetOf("Reached", "On track", "Unclear", "Off track");
        var good = states.stream()
                .filter(state -> state.equals("Reached") || state.equals("On track"))
                .count();
        assertThat(page.select(".lead").text()).startsWith(good + " of 5 key results on track");
    }

    @Test
    void showsNumberRangeAndPathWhereEnoughAnswered() throws UnsupportedEncodingException {
        var row =
                page(Locale.ENGLISH).select("#promise-we-listen .results > li").get(0);

        assertThat(row.select("dd").eachText()).hasSize(3).allMatch(text -> text.matches("[+−±].*"));
        assertThat(row.select("svg.path").attr("aria-label")).startsWith("From −70 on 15 Oct 2026");
        assertThat(row.select("a").attr("href"))
                .startsWith("/insights?kind=transactional&touchpoint=service-recovery&from=");
    }

    @Test
    void showsNoNumberAndNoChartWhereNobodyAnswered() throws UnsupportedEncodingException {
        var row = page(Locale.ENGLISH)
                .select("#promise-clear-bills .results > li")
                .get(1);

        assertThat(row.text()).contains("Nobody has answered in this time", "Unclear");
        assertThat(row.select("dd").get(0).text()).isEqualTo("–");
        assertThat(row.select("svg.path")).isEmpty();
    }

    @Test
    void celebratesOnlyWhatWasProved() throws UnsupportedEncodingException {
        var page = page(Locale.GERMAN);

        assertThat(page.select("#wins li").eachText())
                .hasSize(1)
                .allMatch(win -> win.contains("Instalment change explained") && win.contains("Wirkt: +9 Punkte"));
        assertThat(page.select("#promise-clear-bills .serving li").text()).contains("Wirkt, Größe unklar");
    }

    @Test
    void listsCampaignsThatServeNothingOrThatNobodyAnswersFor() throws UnsupportedEncodingException {
        assertThat(page(Locale.ENGLISH).select("#unlinked li").eachText())
                .containsExactly("Saving tips in spring Serves promise/clear-skies, which does not exist. "
                        + "Nobody answers for it.");
    }

    @Test
    void saysWhatIsWrongWithTheFiles() throws UnsupportedEncodingException {
        assertThat(page(Locale.ENGLISH).select(".note.soon li").eachText())
                .anyMatch(fault -> fault.startsWith("campaigns/goals/clear-bills.yaml:23:14")
                        && fault.contains("There is no segment 'electricity'"));
    }

    @Test
    void saysInWordsWhatIsNotThereYet() throws UnsupportedEncodingException {
        jdbc.sql("delete from impact.analysis").update();
        jdbc.sql("update campaign.campaign set state = 'CANCELLED'").update();

        var page = page(Locale.ENGLISH);

        assertThat(page.select("#wins").text()).contains("None yet.");
        assertThat(page.select("#unlinked").text()).contains("Every campaign serves a promise");
        assertThat(page.select("#promise-we-listen").text()).contains("No campaign serves this promise.");
    }

    @Test
    void standsInTheNavigation() throws UnsupportedEncodingException {
        assertThat(page(Locale.ENGLISH).select(".side a[aria-current]").attr("href"))
                .isEqualTo("/goals");
    }

    private Document page(Locale language) throws UnsupportedEncodingException {
        var answer = web.get()
                .uri("/goals")
                .header("Accept-Language", language.toLanguageTag())
                .with(user("maria").roles("MANAGER"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
