package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.survey.answers.Tagging;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers said, and what it is about; the desk's sample customers all answer in German. */
class AnswersPageTests extends DeskPages {

    @Autowired
    Tagging tagging;

    @Test
    void showsWhatWasSaidWithItsLanguageAndTheCaseThatCameOfIt() throws UnsupportedEncodingException {
        var id = samples.opened("Albers", 3, "Keiner <b>erklärt</b> warum", Duration.ofMinutes(30));

        var row = page("/answers", Locale.ENGLISH).select(".queue li");

        assertThat(row.select("h2").text()).isEqualTo("Albers");
        assertThat(row.select(".said-so").text()).isEqualTo("Keiner <b>erklärt</b> warum");
        assertThat(row.select(".said-so").attr("lang")).isEqualTo("de");
        assertThat(row.select(".rating").hasClass("lower")).isTrue();
        assertThat(row.select("a.button").attr("href")).isEqualTo("/cases/" + id);
    }

    @Test
    void tellsMarketersWhatWasSaidButNotByWhom() throws UnsupportedEncodingException {
        samples.opened("Albers", 3, "Keiner erklärt warum", Duration.ofMinutes(30));

        var page = as("marketer", "/answers");

        assertThat(page.select(".said-so").text()).isEqualTo("Keiner erklärt warum");
        assertThat(page.select(".queue").text()).doesNotContain("Albers");
        assertThat(page.select(".queue a.button")).isEmpty();
        assertThat(page.select(".side a[aria-current]").text()).isEqualTo("Answers");
    }

    @Test
    void keepsWhatIsChosenAcrossPagesFilesAndLanguages() throws UnsupportedEncodingException {
        for (var number = 0; number < 51; number++) {
            samples.opened("Albers", 3, "Nummer " + number, Duration.ofMinutes(60 - number));
        }

        var page = page("/answers?q=numm&class=detractor&lang=en", Locale.ENGLISH);
        var next = page.select("a[rel=next]").attr("href");

        assertThat(page.select("[role=status]").text()).isEqualTo("51 answers");
        assertThat(page.select(".queue li")).hasSize(50);
        assertThat(page.select("#f-q").val()).isEqualTo("numm");
        assertThat(page.select("#f-class option[selected]").val()).isEqualTo("detractor");
        assertThat(next).startsWith("/answers?q=numm&class=detractor&after=");
        assertThat(page(next, Locale.ENGLISH).select(".said-so").eachText()).containsExactly("Nummer 0");
        assertThat(page.select("a[download]").eachAttr("href"))
                .containsExactly("/api/answers.csv?q=numm&class=detractor", "/api/answers.xlsx?q=numm&class=detractor");
        assertThat(page.select("a[hreflang=de]").attr("href")).startsWith("/answers?q=numm&class=detractor&lang=de");
    }

    @Test
    void saysWhatToDoWhereNothingIsFoundAndWhatIsWrongWithAnAddress() throws UnsupportedEncodingException {
        assertThat(page("/answers", Locale.ENGLISH).select(".empty h2").text()).isEqualTo("No answers yet");
        assertThat(page("/answers?q=moon", Locale.GERMAN).select(".empty h2").text())
                .isEqualTo("Das hat niemand gesagt");
        assertThat(page("/answers?class=angry", Locale.ENGLISH)
                        .select("[role=alert]")
                        .text())
                .contains("'angry' cannot be used for 'class'", "detractor, passive, promoter");
    }

    @Test
    void countsTopicsAndSetsThoseWhoMentionThemBesideTheRest() throws UnsupportedEncodingException {
        for (var number = 0; number < 40; number++) {
            var mentions = number < 12;
            samples.opened("K" + number, mentions ? 2 : 10, mentions ? "Zu teuer" : "Alles gut", Duration.ofHours(2));
        }
        tagging.tag(SampleCases.NOW);

        var page = as("manager", "/answers/tags");
        var row = page.select("tbody tr");

        assertThat(row.select("th a").eachText()).containsExactly("Price");
        var cells = row.select("td").eachText();
        assertThat(cells.get(0)).isEqualTo("1230.0 %");
        assertThat(cells.get(1)).startsWith("−100");
        assertThat(cells.get(2)).startsWith("+100");
        assertThat(cells.get(3)).startsWith("−200");
        assertThat(cells.subList(4, 7)).containsOnly("–");
        assertThat(row.hasClass("few")).isTrue();
        assertThat(row.select("th a").attr("href")).startsWith("/answers?tag=price&survey=nps-service&from=");
        assertThat(page.text()).contains("An association, not a cause");
    }

    @Test
    void hidesTopicsThatFewerThanFiveMention() throws UnsupportedEncodingException {
        for (var number = 0; number < 4; number++) {
            samples.opened("K" + number, 2, "Zu teuer", Duration.ofHours(2));
        }
        tagging.tag(SampleCases.NOW);

        assertThat(as("manager", "/answers/tags").select(".empty h2").text())
                .isEqualTo("No topic was mentioned five times");
    }

    private Document as(String role, String address) throws UnsupportedEncodingException {
        var answer = web.get()
                .uri(address)
                .header("Accept-Language", "en")
                .with(user(role).roles(role.toUpperCase(Locale.ROOT)))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
