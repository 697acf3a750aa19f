package dev.uplift;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestDatabase;
import dev.uplift.survey.Invite;
import dev.uplift.survey.Surveys;
import dev.uplift.web.BrowserTests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running application, whose clock nobody stops: what a customer says is on an agent's screen at once. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"uplift.demo=false", "uplift.admin-password=live-password"})
class LiveDeskTests extends BrowserTests {

    /** What we promise to agents. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Surveys surveys;

    @Autowired
    private Clock clock;

    @DynamicPropertySource
    static void inAHomeOfItsOwn(DynamicPropertyRegistry settings) {
        settings.add(
                "uplift.home", () -> "target/live-" + ProcessHandle.current().pid());
    }

    @Test
    void showsAnUnhappyAnswerOnTheScreenOfAnAgentAtOnce() {
        TestDatabase.emptyExceptAccounts(jdbc);
        openTheQueue();
        var survey = invitation();

        var opened = System.nanoTime();
        new SurveyTaker().answer(survey, 2, "Nobody calls back");
        assertThat(page.locator(".fresh a"))
                .hasText("1 new, show", new LocatorAssertions.HasTextOptions().setTimeout((double) AT_ONCE.toMillis()));
        System.out.printf(
                "An answer was on the agent's screen %d ms after its survey was opened%n",
                Duration.ofNanos(System.nanoTime() - opened).toMillis());

        page.locator(".fresh a").click();
        assertThat(page.locator(".queue li")).containsText("Nobody calls back");
    }

    private void openTheQueue() {
        page.navigate(address("/login"));
        page.locator("#username").fill("admin");
        page.locator("#password").fill("live-password");
        page.locator("button[type=submit]").click();
        page.navigate(address("/cases"));
        assertThat(page.locator(".queue li")).hasCount(0);
    }

    private String invitation() {
        var send = new SendId(UUID.randomUUID());
        var customer = jdbc.sql("""
                        insert into audience.customer (external_id, locale, time_zone, country, created_at, updated_at)
                        values ('anna', 'en', 'Europe/Berlin', 'DE', now(), now())
                        returning id""").query(Long.class).single();
        var invite = new Invite(send, new RunId(1), new CustomerId(customer), "nps-annual-bill", "en");
        return address("/s/" + surveys.invite(List.of(invite), clock.instant()).get(send));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
