package dev.uplift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.insights.TestTopics;
import dev.uplift.survey.answers.TestAnswers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class TopicsApiTests {

    @TempDir
    private Path content;

    private TestAnswers company;
    private MockMvcTester api;

    @BeforeEach
    void open() throws IOException {
        company = new TestAnswers(content);
        company.rule("price", "name: {de: Preis, en: Price}\nwords: {de: [teuer], en: [dear]}");
        company.rule("app", "name: {de: App, en: App}\nwords: {de: [app], en: [app]}");
        api = MockMvcTester.of(
                        List.of(new TopicsApi(
                                TestTopics.in(company.jdbc),
                                company.surveys,
                                company.settings,
                                Clock.fixed(TestAnswers.NOW.plusSeconds(60), ZoneOffset.UTC))),
                        builder -> builder.setControllerAdvice(new Problems()).build())
                .withHttpMessageConverters(List.of(new JacksonJsonHttpMessageConverter()));
    }

    @Test
    void countsThoseWhoMentionATopicAndTheRestByClassOnlyWhereNobodyCouldBeKnown() {
        for (var customer = 0; customer < 60; customer++) {
            var score = List.of(2, 7, 10).get(customer % 3);
            company.say(customer, "nps-bill", score, customer % 2 == 0 ? "teuer" : "gut", TestAnswers.NOW);
        }
        for (var customer = 60; customer < 64; customer++) {
            company.say(customer, "nps-bill", 2, "App", TestAnswers.NOW);
        }
        company.say(99, "nps-bill", 2, null, TestAnswers.NOW);
        company.tagging.tag(TestAnswers.NOW);

        var topics = get("/api/answers/tags?survey=nps-bill");

        assertThat(topics).bodyJson().extractingPath("$[*].tag").isEqualTo(List.of("price"));
        assertThat(topics).bodyJson().extractingPath("$[0].mentioned").isEqualTo(30);
        assertThat(topics).bodyJson().extractingPath("$[0].others").isEqualTo(34);
        assertThat(topics).bodyJson().extractingPath("$[0].classes.promoters").isEqualTo(10);
    }

    @Test
    void keepsClassesBackOnceOneIsSmall() {
        for (var customer = 0; customer < 60; customer++) {
            var score = customer < 4 ? 10 : 2;
            company.say(customer, "nps-bill", score, customer % 2 == 0 ? "teuer" : "gut", TestAnswers.NOW);
        }
        company.tagging.tag(TestAnswers.NOW);

        assertThat(get("/api/answers/tags?survey=nps-bill"))
                .bodyJson()
                .extractingPath("$[0].classes")
                .isNull();
    }

    @Test
    void saysThatThereIsNoSuchSurvey() {
        assertThat(get("/api/answers/tags?survey=moon")).hasStatus(404);
    }

    private MvcTestResult get(String address) {
        return api.get().uri(address).exchange();
    }
}
