package dev.uplift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.insights.TestBenchmarks;
import dev.uplift.platform.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BenchmarksApiTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final MockMvcTester api = MockMvcTester.of(
                    List.of(new BenchmarksApi(TestBenchmarks.in(TestDatabase.empty()), CLOCK)),
                    builder -> builder.setControllerAdvice(new Problems()).build())
            .withHttpMessageConverters(List.of(new JacksonJsonHttpMessageConverter()));

    @Test
    void takesABenchmarkAndListsIt() {
        var taken = post("""
                {"source": "Prism", "date": "2026-06-30", "metric": "nps", "method": "panel", "n": 4210, "score": 4,
                 "low": 1, "high": 7}""");

        assertThat(taken).hasStatus(201);
        assertThat(taken).bodyJson().extractingPath("$.importedBy").isEqualTo("lena");
        var listed = api.get().uri("/api/benchmarks").exchange();
        assertThat(listed).bodyJson().extractingPath("$[0].score").isEqualTo(4.0);
        assertThat(listed).bodyJson().extractingPath("$[0].method").isEqualTo("panel");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var refused = post("{\"source\": \"Prism\", \"score\": 400}");

        assertThat(refused).hasStatus(422);
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.problems[*].where")
                .isEqualTo(List.of("date", "metric", "method", "n", "score"));
    }

    @Test
    void refusesADayThatIsNone() {
        assertThat(post("{\"source\": \"Prism\", \"date\": \"soon\"}")).hasStatus(400);
    }

    private MvcTestResult post(String json) {
        return api.post()
                .uri("/api/benchmarks")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .principal(new TestingAuthenticationToken("lena", "x"))
                .exchange();
    }
}
