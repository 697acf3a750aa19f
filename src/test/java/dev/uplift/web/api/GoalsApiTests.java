package dev.uplift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.campaign.TestCampaigns;
import dev.uplift.impact.insights.Panel;
import dev.uplift.strategy.TestGoals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The shipped promises, while sixty customers were asked after their bill and four after a complaint. */
class GoalsApiTests {

    private final Panel panel = new Panel(64);
    private final MockMvcTester api = MockMvcTester.of(
                    List.of(new GoalsApi(
                            TestGoals.in(panel.jdbc, Path.of("."), TestCampaigns.in(panel.jdbc, Path.of("target"))),
                            Clock.fixed(Panel.NOW, ZoneOffset.UTC))),
                    builder -> builder.setControllerAdvice(new Problems()).build())
            .withHttpMessageConverters(List.of(new JacksonJsonHttpMessageConverter()));

    @BeforeEach
    void answer() {
        for (var customer = 1; customer <= 60; customer++) {
            panel.answer(customer, "nps-annual-bill", "email", customer % 3 == 0 ? 10 : 3, "2026-11-10T10:00:00Z");
        }
        for (var customer = 61; customer <= 64; customer++) {
            panel.answer(customer, "nps-service", "email", 10, "2026-11-10T10:00:00Z");
        }
        panel.count();
    }

    @Test
    void givesTheTreeWithStatesAndRanges() {
        var tree = get("/api/goals");

        assertThat(tree).hasStatusOk();
        assertThat(tree).bodyJson().extractingPath("$.day").isEqualTo("2026-11-22");
        assertThat(tree)
                .bodyJson()
                .extractingPath("$.promises[*].node")
                .isEqualTo(List.of("promise/clear-bills", "promise/partner-for-years", "promise/we-listen"));
        assertThat(tree).bodyJson().extractingPath("$.counts.unclear").isEqualTo(5);
        assertThat(tree).bodyJson().extractingPath("$.unlinked").isEqualTo(List.of());
    }

    @Test
    void givesOnePromise() {
        var promise = get("/api/goals/clear-bills");

        var result = "$.keyResults[0]";
        assertThat(promise).bodyJson().extractingPath("$.serves").isEqualTo("efficiency");
        assertThat(promise).bodyJson().extractingPath(result + ".answers").isEqualTo(60);
        assertThat(promise).bodyJson().extractingPath(result + ".nps").isEqualTo(-33.3);
        assertThat(promise).bodyJson().extractingPath(result + ".now.low").isEqualTo(-54.8);
        assertThat(promise).bodyJson().extractingPath(result + ".from.low").isEqualTo(-30.0);
        assertThat(promise).bodyJson().extractingPath(result + ".path.high").isEqualTo(-17.1);
        assertThat(promise).bodyJson().extractingPath(result + ".state").isEqualTo("unclear");
        assertThat(promise).bodyJson().extractingPath(result + ".forecast").isNull();
    }

    @Test
    void hidesScoresOfFewerThanFive() {
        var promise = get("/api/goals/we-listen");

        assertThat(promise).bodyJson().extractingPath("$.keyResults[0].answers").isEqualTo(4);
        assertThat(promise).bodyJson().extractingPath("$.keyResults[0].nps").isNull();
        assertThat(promise).bodyJson().extractingPath("$.keyResults[0].now").isNull();
    }

    @Test
    void knowsNoOtherPromise() {
        assertThat(get("/api/goals/clear-skies")).hasStatus(404);
    }

    private MvcTestResult get(String address) {
        return api.get().uri(address).exchange();
    }
}
