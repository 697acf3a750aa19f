package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.platform.TestDatabase;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = SampleApplication.class)
@AutoConfigureMockMvc
class ReportPageTests {

    private static final String REPORT = "/campaigns/instalment-explained/report";

    @Autowired
    MockMvcTester web;

    @BeforeEach
    void start() {
        TestDatabase.empty();
    }

    @Test
    void beginsWithOneSentenceOneChartAndThreeNumbers() throws UnsupportedEncodingException {
        var first = page(REPORT).select("main section:has(#h-headline)");

        assertThat(first).hasSize(1);
        assertThat(first.select(".note")).hasSize(1);
        assertThat(first.select("table.forest")).hasSize(1);
        assertThat(first.select(".claims > div")).hasSize(3);
        assertThat(first.select("s").text()).isEqualTo("+53");
    }

    @Test
    void writesSharesInPercentAndTheirDifferenceInPercentagePoints() throws UnsupportedEncodingException {
        var report = page(REPORT + "?which=csat");

        assertThat(report.select("table.forest th").eachText()).contains("CSAT", "not satisfied / satisfied, %");
        assertThat(report.select("table.forest .est").eachText()).containsExactly("73 %", "61 %", "+11");
        assertThat(report.select("table.forest tr.sub").text()).isEqualTo("Difference (percentage points)");
        assertThat(report.select(".claims > div").text())
                .contains("percentage points: what the campaign did", "satisfied customers gained per 1,000");
        assertThat(report.select("table.arms th[scope=row]").eachText())
                .contains("not satisfied", "satisfied", "CSAT (95 % range)", "Mean answer, 1 to 5")
                .doesNotContain("promoters");
        assertThat(report.select("section[aria-labelledby=h-migration] table tr"))
                .hasSize(2 * 3);
        assertThat(report.select("#method").text())
                .contains("CSAT is the share", "Newcombe")
                .doesNotContain("promoters");
    }

    @Test
    void leadsFromNumbersToTheRowsBehindThem() throws UnsupportedEncodingException {
        var links = page(REPORT).select("section[aria-labelledby=h-arms] td a").eachAttr("href");

        assertThat(links)
                .contains(
                        "/campaigns/instalment-explained/sends?run=1&arm=treated",
                        "/campaigns/instalment-explained/sends?run=1&arm=hold-out&kind=message",
                        "/campaigns/instalment-explained/sends?run=1&arm=hold-out&kind=survey");
    }

    @Test
    void greysDesignsThatDoNotApplyAndSaysWhy() throws UnsupportedEncodingException {
        var rungs = page(REPORT).select(".ladder li");

        assertThat(rungs).hasSize(5);
        assertThat(rungs.get(0).select(".rung.used")).hasSize(1);
        assertThat(rungs.get(2).hasClass("off")).isTrue();
        assertThat(rungs.get(2).text()).contains("does not apply", "chosen by an earlier answer");
    }

    @Test
    void saysChecksAndDesignsInTheReadersLanguage() throws UnsupportedEncodingException {
        var german = page(REPORT + "?lang=de");

        assertThat(german.select(".checks").text())
                .contains("Befragten, von den Zurückgehaltenen", "Ein Los entschied");
        assertThat(german.select("main [lang=en]")).isEmpty();
    }

    @Test
    void putsTheHoldOutsMigrationBesideThatOfTheTreated() throws UnsupportedEncodingException {
        var tables = page(REPORT).select("section[aria-labelledby=h-migration] table");

        assertThat(tables.select("caption").eachText()).containsExactly("In the campaign", "Hold-out");
        assertThat(tables.get(0).select("tbody tr")).hasSize(3);
    }

    @Test
    void showsTheEffectByEverythingThatPeopleWereToldApartBy() throws UnsupportedEncodingException {
        var groups = page(REPORT + "?which=accounts").select("section[aria-labelledby=h-segments]");

        assertThat(groups.select("caption").eachText()).containsExactly("By channel", "By product");
        assertThat(groups.select("tbody th").eachText()).containsExactly("email", "SMS", "gas", "heat", "not known");
        assertThat(groups.select("tr:contains(not known)").text()).contains("hidden: fewer than 5");
    }

    @Test
    void saysThatWholeAccountsWereDrawn() throws UnsupportedEncodingException {
        var page = page(REPORT + "?which=accounts");

        assertThat(page.select("section[aria-labelledby=h-question]").text()).contains("The lot drew whole accounts");
        assertThat(page.select("section[aria-labelledby=h-arms] tbody tr")
                        .get(0)
                        .text())
                .isEqualTo("Accounts drawn by lot 757 250");
        assertThat(page.select("#method").text()).contains("as sure as whole accounts allow");
    }

    @Test
    void saysHowItWasComputedAndOffersFilesAndEarlierLooks() throws UnsupportedEncodingException {
        var method = page(REPORT).select("#method");

        assertThat(method.text()).contains("corrected for earlier answers", "0".repeat(64), "f".repeat(64));
        assertThat(method.select("a").eachAttr("href"))
                .contains(
                        "/api/campaigns/instalment-explained/report.xlsx",
                        "/api/campaigns/instalment-explained/report.csv",
                        "/api/campaigns/instalment-explained/report",
                        "/api/campaigns/instalment-explained/looks/7");
    }

    @Test
    void showsDecisionsAndAFormToAddOne() throws UnsupportedEncodingException {
        var log = page(REPORT).select("#decisions");

        assertThat(log.text()).contains("hold back 30 %", "maria", "Verdict then: Not decidable yet");
        assertThat(log.select("form[method=post] textarea[name=text]")).hasSize(1);
    }

    @Test
    void namesNoEffectWhereTheVerdictForbidsOne() throws UnsupportedEncodingException {
        for (var which : new String[] {"early", "alone", "broken", "biased"}) {
            assertThat(page(REPORT + "?which=" + which).select(".claims").text())
                    .doesNotContain("what the campaign did by itself");
        }
    }

    @Test
    void triesAPlanOutWhenAsked() throws UnsupportedEncodingException {
        var offered = page("/campaigns/instalment-explained/plan");
        var tried = page("/campaigns/instalment-explained/plan?effect=5&people=16968&answers=20");

        assertThat(offered.select("#trial table")).isEmpty();
        assertThat(offered.select("#trial-people").attr("value")).isEqualTo("16968");
        assertThat(tried.select("#trial tbody tr")).hasSize(3);
        assertThat(tried.select("#trial svg[role=img]").eachAttr("aria-label"))
                .last()
                .isEqualTo("14\u00a0% Proven gain, 61\u00a0% Proven gain, size unclear, 3\u00a0% Goal out of reach,"
                        + " 22\u00a0% Not decidable yet");
        assertThat(tried.select("#trial blockquote").text()).isNotBlank();
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrongWithIt() throws UnsupportedEncodingException {
        var trial = page("/campaigns/instalment-explained/plan?effect=much").select("#trial");

        assertThat(trial.select("[role=alert]").text()).contains("from -100 to 100");
        assertThat(trial.select("#trial-effect").attr("value")).isEqualTo("much");
    }

    @Test
    void narrowsRowsByLinks() throws UnsupportedEncodingException {
        var page = page("/campaigns/instalment-explained/sends");

        assertThat(page.select(".chips a[aria-current]").eachText()).containsExactly("in the campaign", "All");
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("a[rel=next]").attr("href")).endsWith("?run=1&arm=treated&after=C-1001");
    }

    private Document page(String address) throws UnsupportedEncodingException {
        var answer = web.get()
                .uri(URI.create(address))
                .with(user("maria").roles("MANAGER"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
