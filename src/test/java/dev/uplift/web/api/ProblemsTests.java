package dev.uplift.web.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.uplift.campaign.IllegalState;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

class ProblemsTests {

    private final MockMvc api = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new Problems())
            .build();

    @Test
    void answersUnknownKeysWith404() throws Exception {
        api.perform(get("/unknown"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail").value("There is no campaign 'x'."));
    }

    @Test
    void answersForbiddenStepsWith409() throws Exception {
        api.perform(get("/state"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("It is cancelled."));
    }

    @Test
    void listsEveryProblemOfAnInvalidInputWithItsPlace() throws Exception {
        api.perform(get("/invalid"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.problems.length()").value(2))
                .andExpect(jsonPath("$.problems[0].severity").value("ERROR"))
                .andExpect(jsonPath("$.problems[0].where").value("x.yaml"))
                .andExpect(jsonPath("$.problems[0].line").value(3))
                .andExpect(jsonPath("$.problems[0].column").value(7))
                .andExpect(jsonPath("$.problems[0].what").value("Unknown key."))
                .andExpect(jsonPath("$.problems[1].remedy").value("Write one."));
    }

    @Test
    void namesLineAndColumnOfUnreadableJson() throws Exception {
        api.perform(get("/json"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.problems[0].line").value(2))
                .andExpect(jsonPath("$.detail").value(containsString("line 2, column")));
    }

    @Test
    void answersMalformedIdsWith400() throws Exception {
        api.perform(get("/imports/not-a-uuid")).andExpect(status().isBadRequest());
    }

    @Test
    void tellsNothingOfAFaultOfOurOwn() throws Exception {
        api.perform(get("/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("secret"))));
    }

    @RestController
    static class Failing {

        @GetMapping("/unknown")
        void unknown() {
            throw new NotKnown("campaign", "x");
        }

        @GetMapping("/state")
        void state() {
            throw new IllegalState("It is cancelled.");
        }

        @GetMapping("/invalid")
        void invalid() {
            throw new InvalidInput(List.of(
                    new Problem(Problem.Severity.ERROR, "x.yaml", 3, 7, "Unknown key.", "Use name."),
                    Problem.error("x.yaml", "No steps.", "Write one.")));
        }

        @GetMapping("/json")
        void json() {
            JsonMapper.shared().readValue("{\n \"a\": }", Map.class);
        }

        @GetMapping("/imports/{id}")
        String id(@PathVariable UUID id) {
            return id.toString();
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("secret detail");
        }
    }
}
