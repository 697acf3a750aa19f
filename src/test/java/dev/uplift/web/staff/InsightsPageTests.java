package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.platform.TestDatabase;
import java.io.UnsupportedEncodingException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = SampleApplication.class)
@AutoConfigureMockMvc
class InsightsPageTests {

    @Autowired
    MockMvcTester web;

    private final JdbcClient jdbc = TestDatabase.empty();

    @BeforeEach
    void fill() {
        CountedAnswers.fill(jdbc);
    }

    @Test
    void saysInWordsWhatLeavesTheLimits() throws UnsupportedEncodingException {
        var page = page("/insights?period=90");

        assertThat(page.select(".said").text()).contains("is lower than chance explains");
        assertThat(page.select(".trend .dot")).hasSizeGreaterThan(8);
        assertThat(page.select(".trend .dot.signal")).hasSizeBetween(1, 4);
        assertThat(page.select(".starts li").text()).contains("instalment-explained");
    }

    @Test
    void putsATableBesideEachChart() throws UnsupportedEncodingException {
        var page = page("/insights");

        assertThat(page.select("section:has(.columns) table tbody tr")).hasSize(11);
        assertThat(page.select("section:has(.trend) table tbody tr")).hasSizeGreaterThan(11);
    }

    @Test
    void greysRowsOfFewAnswersAndOffersEachRowAsAFilter() throws UnsupportedEncodingException {
        var page = page("/insights?kind=transactional");

        assertThat(page.select(".groups tbody tr").eachText())
                .anyMatch(row -> row.startsWith("business annual-bill SMS 780"));
        assertThat(page.select(".groups tr.few").eachText())
                .isNotEmpty()
                .allMatch(row -> row.endsWith("too few answers"));
        assertThat(page.select(".groups a").eachAttr("href"))
                .contains("/insights?kind=transactional&touchpoint=annual-bill&channel=sms&segment=business");
    }

    @Test
    void saysWhichGroupsDifferBesideAllOthers() throws UnsupportedEncodingException {
        var rows = page("/insights").select(".groups tbody tr").eachText();

        assertThat(rows).anyMatch(row -> row.startsWith("business") && row.contains("differs (p < 0.001)"));
        assertThat(rows).anyMatch(row -> row.startsWith("All customers") && row.contains("may be chance (p = "));
    }

    @Test
    void neverOffersAllKindsTogether() throws UnsupportedEncodingException {
        assertThat(page("/insights").select("#f-kind option").eachAttr("value"))
                .containsExactly("relational", "transactional");
    }

    @Test
    void keepsWhatItIsAskedForEvenIfThereIsNothing() throws UnsupportedEncodingException {
        var page = page("/insights?segment=gone%3Cb%3E&from=2020-01-01&until=2020-02-01");

        assertThat(page.select("#f-segment option[selected]").attr("value")).isEqualTo("gone<b>");
        assertThat(page.select("#f-from").attr("value")).isEqualTo("2020-01-01");
        assertThat(page.select(".said").text()).contains("Too few answers for a trend");
        assertThat(page.select("section[aria-labelledby=h-now] .v.big").text()).isEqualTo("–");
    }

    @Test
    void keepsTheChoiceWhenTheLanguageChanges() throws UnsupportedEncodingException {
        assertThat(page("/insights?kind=transactional&period=90")
                        .select("header.top a[hreflang=de]")
                        .attr("href"))
                .isEqualTo("/insights?kind=transactional&period=90&lang=de");
    }

    @Test
    void comparesWithTheTimeBefore() throws UnsupportedEncodingException {
        var page = page("/insights?period=90&compare=before");

        assertThat(page.select("section[aria-labelledby=h-change] .v.big").text())
                .matches("[+−±].*");
        assertThat(page.select("section[aria-labelledby=h-change]").text()).contains("who answered");
    }

    @Test
    void comparesBeforeAndAfterACampaignButSendsProofSeekersToItsReport() throws UnsupportedEncodingException {
        var options = page("/insights").select("#f-compare option[value^=run:]");
        assertThat(options.eachText()).hasSize(2).allMatch(text -> text.startsWith("before and after instalment-exp"));

        var card = page("/insights?compare=" + options.attr("value")).select("section[aria-labelledby=h-change]");

        assertThat(card.text()).contains("this proves nothing");
        assertThat(card.select("tbody tr")).hasSize(2);
        assertThat(card.select("a").attr("href")).isEqualTo("/campaigns/instalment-explained/report");
    }

    @Test
    void drawsTheCourseOfGroupsWithEnoughAnswersOnly() throws UnsupportedEncodingException {
        var rows = page("/insights").select(".groups tbody tr");

        assertThat(rows.select(".spark[role=img]").attr("aria-label")).matches("From .+ to .+; lowest .+, highest .+");
        assertThat(rows.select("tr.few .spark")).isEmpty();
    }

    @Test
    void marksBenchmarksOfAnotherMethod() throws UnsupportedEncodingException {
        var rows = page("/insights").select(".benchmarks li").eachText();

        assertThat(rows.get(0)).contains("Energy panel Germany", "+4", "different method");
        assertThat(rows.get(1)).contains("Sister company").doesNotContain("different method");
    }

    @Test
    void asksForARenewalAndComesBackToTheSameChoice() throws UnsupportedEncodingException {
        var answer = web.post()
                .uri("/insights/renew")
                .param("channel", "sms")
                .param("from", "")
                .with(user("maria").roles("MANAGER"))
                .with(csrf())
                .exchange();

        assertThat(answer).hasRedirectedUrl("/insights?channel=sms");
        assertThat(page("/insights").select(".renew").text()).contains("Being counted");
    }

    @Test
    void leadsOnlyThoseThereWhoMayLook() throws UnsupportedEncodingException {
        var agent = web.get().uri("/campaigns").with(user("ben").roles("AGENT")).exchange();

        assertThat(agent.getResponse().getContentAsString()).doesNotContain("/insights");
        assertThat(page("/insights").select(".side a[aria-current]").attr("href"))
                .isEqualTo("/insights");
    }

    private Document page(String address) throws UnsupportedEncodingException {
        var answer = web.get()
                .uri(java.net.URI.create(address))
                .with(user("maria").roles("MANAGER"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
