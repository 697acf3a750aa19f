package dev.uplift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.identity.AuditLog;
import dev.uplift.platform.TestDatabase;
import dev.uplift.survey.OwnSurveys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SurveysApiTests {

    @TempDir
    Path content;

    private OwnSurveys own;
    private MockMvcTester web;

    @BeforeEach
    void open() {
        own = new OwnSurveys(content, OwnSurveys.PLAIN);
        var clock = Clock.fixed(OwnSurveys.NOW, ZoneOffset.UTC);
        var audit = new AuditLog(own.jdbc, new DataSourceTransactionManager(TestDatabase.source()), clock);
        web = MockMvcTester.of(
                List.of(new SurveysApi(own.surveys, audit, new Actors(), clock)),
                builder -> builder.setControllerAdvice(new Problems()).build());
    }

    @Test
    void givesAndTakesDefinitions() throws Exception {
        var created = put("other", OwnSurveys.PLAIN + "mode: anonymous\n");
        var changed = put("own", OwnSurveys.PLAIN + "mode: pseudonymous\n");
        var source = web.get()
                .uri("/api/surveys/own")
                .header("Accept", "application/yaml")
                .exchange();

        assertThat(created).hasStatus(201);
        assertThat(changed).hasStatus(200).bodyJson().extractingPath("$.mode").isEqualTo("pseudonymous");
        assertThat(source.getResponse().getContentAsString()).isEqualTo(OwnSurveys.PLAIN + "mode: pseudonymous\n");
        assertThat(web.get().uri("/api/surveys"))
                .bodyJson()
                .extractingPath("$[*].key")
                .asArray()
                .containsExactly("other", "own");
        assertThat(own.texts("select actor || action || subject from identity.audit order by id"))
                .containsExactly("lenasurvey.saveother", "lenasurvey.saveown");
        assertThat(own.texts("select key from survey.survey_version order by key"))
                .containsExactly("other", "own", "own");
    }

    @Test
    void saysWhereADefinitionIsWrongAndKeepsTheOldOne() {
        var refused = put("own", OwnSurveys.PLAIN.replace("metric: nps", "metric: stars"));

        assertThat(refused).hasStatus(422);
        var problem = assertThat(refused).bodyJson();
        problem.extractingPath("$.problems[0].line").isEqualTo(1);
        problem.extractingPath("$.problems[0].column").isEqualTo(9);
        problem.extractingPath("$.problems[0].what").isEqualTo("'stars' is not a valid value for 'metric'.");
        problem.extractingPath("$.problems[0].remedy").isEqualTo("Write nps, csat or ces.");
        assertThat(own.surveys.source("own")).contains(OwnSurveys.PLAIN);
    }

    @Test
    void takesNoKeyThatLeadsElsewhere() {
        assertThat(put("..%2Fother", OwnSurveys.PLAIN).getResponse().getStatus())
                .isBetween(400, 499);
        assertThat(put("Own", OwnSurveys.PLAIN)).hasStatus(422);
        assertThat(web.get().uri("/api/surveys/nothing")).hasStatus(404);
    }

    private MvcTestResult put(String key, String text) {
        return web.put()
                .uri("/api/surveys/" + key)
                .content(text)
                .principal(new TestingAuthenticationToken("lena", "", "ROLE_MARKETER"))
                .exchange();
    }
}
