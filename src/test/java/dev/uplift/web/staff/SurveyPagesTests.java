package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.platform.Hash;
import dev.uplift.platform.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Surveys as staff read and change them. */
class SurveyPagesTests extends DeskPages {

    private static final Path FILES = SampleContent.FOLDER.resolve("campaigns/surveys");

    @Test
    void listsSurveysWithWhatTheyAskAndHowManyAnswered() throws IOException {
        samples.opened("Ada", 3, null, Duration.ofMinutes(30));

        var row = page("/surveys", Locale.ENGLISH).select("tr:has(a[href=/surveys/nps-service])");

        assertThat(row.text()).contains("about one moment · service-recovery", "with names", "de, en");
        assertThat(row.select("td.r").eachText()).containsExactly("0", "1", "1");
    }

    @Test
    void showsTheTextToEverybodyAndTheWayToSaveOnlyToAuthors() throws IOException {
        var agents = page("/surveys/csat-service", Locale.ENGLISH);
        var marketers = read("/surveys/csat-service");

        assertThat(text(agents)).isEqualTo(Files.readString(FILES.resolve("csat-service.yaml")));
        assertThat(agents.select("textarea[readonly]")).hasSize(1);
        assertThat(agents.select("main button")).isEmpty();
        assertThat(marketers.select("main button").eachText()).containsExactly("Save", "Check");
        assertThat(marketers.select("a[href*=preview]").eachText())
                .contains("After a low score (de, opens in a new window)");
        assertThat(send("/surveys/csat-service", "AGENT", "metric: nps", "")).hasStatus(403);
    }

    @Test
    void saysWhatIsWrongWithATextAndKeepsIt() throws IOException {
        var text = Files.readString(FILES.resolve("ces-service.yaml")).replace("metric: ces", "metric: stars");

        var checked = document(send("/surveys/ces-service/check", "MARKETER", text.replace("\n", "\r\n"), "x"));

        assertThat(checked.select(".note li").text())
                .contains("ces-service.yaml:2:9 'stars' is not a valid value for 'metric'. Write nps, csat or ces.");
        assertThat(text(checked)).isEqualTo(text);
        assertThat(checked.select("[name=before]").val()).isEqualTo("x");
    }

    @Test
    void savesASoundTextAndNotesWho() throws IOException {
        var before = Files.readString(FILES.resolve("ces-service.yaml"));
        var after = before.replace("expires: 14d", "expires: 15d");

        var saved = send("/surveys/ces-service", "MARKETER", after.replace("\n", "\r\n"), Hash.of(before));

        assertThat(saved).hasRedirectedUrl("/surveys/ces-service");
        assertThat(FILES.resolve("ces-service.yaml")).hasContent(after);
        assertThat(surveys.find("ces-service").orElseThrow().expires()).isEqualTo(Duration.ofDays(15));
        assertThat(JdbcClient.create(TestDatabase.source())
                        .sql("select actor || ' ' || action || ' ' || subject from identity.audit")
                        .query(String.class)
                        .list())
                .contains("lena survey.save ces-service");
        send("/surveys/ces-service", "MARKETER", before, Hash.of(after));
    }

    @Test
    void savesNothingBrokenAndNothingOverSomebodyElsesChange() throws IOException {
        var before = Files.readString(FILES.resolve("nps-service.yaml"));

        var broken = send("/surveys/nps-service", "MARKETER", "metric: [", Hash.of(before));
        var late = send("/surveys/nps-service", "MARKETER", before + "# mine\n", Hash.of("what was there"));

        assertThat(broken).hasStatus(422);
        assertThat(text(document(broken))).isEqualTo("metric: [");
        assertThat(late).hasStatus(422);
        assertThat(text(document(late))).isEqualTo(before + "# mine\n");
        assertThat(document(late).text()).contains("Somebody has changed this survey meanwhile");
        assertThat(document(late).select("[name=before]").val()).isEqualTo(Hash.of(before));
        assertThat(FILES.resolve("nps-service.yaml")).hasContent(before);
    }

    @Test
    void beginsANewSurveyWithATextThatIsSound() throws IOException {
        var begun = web.post()
                .uri("/surveys")
                .param("key", "nps-moving-in")
                .with(user("lena").roles("MARKETER"))
                .with(csrf())
                .exchange();
        var starter = read("/surveys/nps-moving-in");

        assertThat(begun).hasRedirectedUrl("/surveys/nps-moving-in");
        assertThat(starter.select(".note")).isEmpty();
        assertThat(get("/surveys/nps-moving-in", Locale.ENGLISH)).hasStatus(404);
        assertThat(send("/surveys/nps-moving-in", "MARKETER", text(starter), ""))
                .hasRedirectedUrl("/surveys/nps-moving-in");
        assertThat(surveys.find("nps-moving-in")).isPresent();
        Files.delete(FILES.resolve("nps-moving-in.yaml"));
        surveys.reload(SampleCases.NOW);
    }

    private Document read(String address) throws IOException {
        return document(web.get()
                .uri(address)
                .header("Accept-Language", "en")
                .with(user("lena").roles("MARKETER"))
                .exchange());
    }

    private static String text(Document page) {
        return page.select("textarea").stream().map(Element::wholeText).collect(Collectors.joining());
    }

    private static Document document(MvcTestResult answer) throws IOException {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private MvcTestResult send(String address, String role, String text, String before) {
        return web.post()
                .uri(address)
                .param("text", text)
                .param("before", before)
                .header("Accept-Language", "en")
                .with(user("lena").roles(role))
                .with(csrf())
                .exchange();
    }
}
