package dev.uplift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.followup.TestCases;
import dev.uplift.survey.answers.TestAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AnswersApiTests {

    @TempDir
    private Path content;

    private TestAnswers company;
    private MockMvcTester api;

    @BeforeEach
    void open() throws IOException {
        company = new TestAnswers(content);
        api = MockMvcTester.of(
                        List.of(new AnswersApi(
                                company.answers, TestCases.answered(company.jdbc, company.settings), company.settings)),
                        builder -> builder.setControllerAdvice(new Problems()).build())
                .withHttpMessageConverters(List.of(new JacksonJsonHttpMessageConverter()));
    }

    @Test
    void givesPagesWithWhatProgramsNeedToKnow() {
        for (var number = 1; number <= 51; number++) {
            company.say(
                    company.customer(number), "nps-bill", 3, "Rechnung " + number, TestAnswers.NOW.plusSeconds(number));
        }

        var page = get("/api/answers?q=rechn&class=detractor", "AGENT");

        assertThat(page).bodyJson().extractingPath("$.hits").isEqualTo(51);
        assertThat(page).bodyJson().extractingPath("$.exact").isEqualTo(true);
        assertThat(page).bodyJson().extractingPath("$.answers.length()").isEqualTo(50);
        assertThat(page).bodyJson().extractingPath("$.answers[0].comment").isEqualTo("Rechnung 51");
        assertThat(page).bodyJson().extractingPath("$.answers[0].class").isEqualTo("detractor");
        assertThat(page).bodyJson().extractingPath("$.answers[0].touchpoint").isEqualTo("bill");
        assertThat(page)
                .bodyJson()
                .extractingPath("$.answers[0].customer.externalId")
                .isEqualTo("K-51");
        assertThat(page).bodyJson().extractingPath("$.next").isEqualTo("1796122802000000-2");
        assertThat(get("/api/answers?after=1796122802000000-2", "AGENT"))
                .bodyJson()
                .extractingPath("$.answers[*].comment")
                .isEqualTo(List.of("Rechnung 1"));
    }

    @Test
    void withholdsTheCustomerFromMarketersInListsAndFiles() throws IOException {
        company.say(company.customer(1), "nps-bill", 3, "Unklar", TestAnswers.NOW);

        assertThat(get("/api/answers", "MARKETER")).bodyJson().doesNotHavePath("$.answers[0].customer");
        assertThat(text(get("/api/answers.csv", "MARKETER"))).doesNotContain("K-1", "Anna");
        assertThat(text(get("/api/answers.csv", "MANAGER"))).contains("K-1", "Anna Albers");
    }

    @Test
    void writesFilesThatSpreadsheetsReadAndNoneTakesForFormulas() throws IOException {
        company.say(1, "nps-bill", 3, "=HYPERLINK(\"x\"); \"ja\"", TestAnswers.NOW);

        var german = api.get()
                .uri("/api/answers.csv")
                .principal(new TestingAuthenticationToken("lena", "", "ROLE_MARKETER"))
                .locale(Locale.GERMAN)
                .exchange();

        assertThat(text(german).lines().toList())
                .first()
                .isEqualTo(
                        "\uFEFFat;survey;touchpoint;metric;score;latestScore;class;comment;language;reasons;given;tags;campaign;"
                                + "callBack;amended");
        assertThat(text(german)).contains(";3;3;detractor;\"'=HYPERLINK(\"\"x\"\"); \"\"ja\"\"\";de;");
        assertThat(text(get("/api/answers.csv", "MARKETER"))).contains(",3,3,detractor,");
    }

    @Test
    void writesAWorkbookWithEveryAnswer() throws IOException {
        for (var number = 1; number <= 30; number++) {
            company.say(number, "nps-bill", 3, "Rechnung " + number, TestAnswers.NOW);
        }

        var sheet = sheet(get("/api/answers.xlsx?q=rechnung", "MARKETER"));

        assertThat(sheet.split("<row ", -1)).hasSize(1 + 1 + 30);
        assertThat(sheet).contains("<v>3</v>", "Rechnung 17");
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        var answer = get("/api/answers?class=angry", "AGENT");

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.problems[0].where").isEqualTo("class");
    }

    private MvcTestResult get(String address, String role) {
        return api.get()
                .uri(address)
                .locale(Locale.ENGLISH)
                .principal(new TestingAuthenticationToken("lena", "", "ROLE_" + role))
                .exchange();
    }

    private static String text(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String sheet(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk();
        var file = Files.write(
                content.resolve("answers.xlsx"), answer.getResponse().getContentAsByteArray());
        try (var zip = new ZipFile(file.toFile());
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
