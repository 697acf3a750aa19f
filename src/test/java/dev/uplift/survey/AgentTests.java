package dev.uplift.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentTests {

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36, BROWSER",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148, BROWSER",
        "Mozilla/5.0 (compatible; bingbot/2.0), PROGRAM",
        "Mozilla/5.0 AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36, PROGRAM",
        "Google-PageRenderer, PROGRAM",
        "curl/8.5.0, PROGRAM",
        "Java-http-client/17.0.9, PROGRAM",
        "' ', NONE",
        ", NONE"
    })
    void tellsProgramsFromBrowsersByTheName(@Nullable String userAgent, Agent agent) {
        assertThat(Agent.of(userAgent)).isEqualTo(agent);
    }
}
