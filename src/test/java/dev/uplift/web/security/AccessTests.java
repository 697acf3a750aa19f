package dev.uplift.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.web.staff.SampleApplication;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = SampleApplication.class)
@AutoConfigureMockMvc
class AccessTests {

    @Autowired
    MockMvcTester web;

    @BeforeEach
    void open() {
        Doors.open();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/s/token",
                "/u/token",
                "/base.css",
                "/uplift.css",
                "/icons.svg",
                "/fonts/inter-latin-wght-normal.woff2"
            })
    void letsEverybodyReadWhatIsPublic(String address) {
        var answer = web.get().uri(address).exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s/token", "/u/token", "/hooks/twilio/inbound", "/2010-04-01/Accounts/AC1/Messages.json"})
    void letsEverybodyPostToThePublicPagesWithoutTokenOrSession(String address) {
        var answer = web.post().uri(address).exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/campaigns",
        "POST, /api/customers",
        "GET, /api/nothing-like-it",
        "DELETE, /api/customers/7",
        "POST, /api/campaigns/bill/plan"
    })
    void refusesProgramsWithoutKeyWithAProblem(String method, String address) {
        var without =
                web.method(HttpMethod.valueOf(method)).uri(address).with(csrf()).exchange();
        var wrong = web.method(HttpMethod.valueOf(method))
                .uri(address)
                .header("Authorization", "Bearer guessed")
                .exchange();

        assertProblem(without, 401);
        assertProblem(wrong, 401);
        assertThat(wrong).headers().hasValue("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/campaigns", "/campaigns/bill", "/campaigns/bill/plan", "/demo/inbox", "/nothing-like-it"})
    void sendsPeopleWithoutSessionToTheLogIn(String address) {
        assertThat(web.get().uri(address).exchange()).hasStatus3xxRedirection().hasRedirectedUrl("/login");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/campaigns, ADMIN MARKETER MANAGER AGENT",
        "GET, /api/campaigns/bill/report, ADMIN MARKETER MANAGER",
        "GET, /api/campaigns/bill/report.xlsx, ADMIN MARKETER MANAGER",
        "GET, /api/campaigns/bill/report.csv, ADMIN MARKETER MANAGER",
        "GET, /api/campaigns/bill/looks, ADMIN MARKETER MANAGER",
        "GET, /api/campaigns/bill/looks/7, ADMIN MARKETER MANAGER",
        "GET, /api/campaigns/bill/decisions, ADMIN MARKETER MANAGER",
        "POST, /api/campaigns/bill/decisions, ADMIN MARKETER MANAGER",
        "POST, /api/campaigns/bill/simulate, ADMIN MARKETER MANAGER",
        "GET, /campaigns/bill/report, ADMIN MARKETER MANAGER",
        "POST, /campaigns/bill/decisions, ADMIN MARKETER MANAGER",
        "POST, /api/campaigns/bill/plan, ADMIN MARKETER MANAGER",
        "POST, /api/customers, ADMIN MARKETER",
        "DELETE, /api/customers/7, ADMIN",
        "POST, /campaigns/bill/pause, ADMIN MARKETER",
        "POST, /campaigns/bill/unknown/7/resend, ADMIN MARKETER",
        "POST, /campaigns/bill/unknown/7/resend/approve, ADMIN MANAGER",
        "POST, /api/campaigns/bill/unknown/7/settle, ADMIN MARKETER",
        "POST, /api/campaigns/bill/unknown/7/resend/approve, ADMIN MANAGER",
        "POST, /campaigns/bill/retry-failed, ADMIN MARKETER MANAGER",
        "POST, /api/campaigns/bill/retry-failed, ADMIN MARKETER MANAGER",
        "POST, /api/campaigns/bill/send-rest, ADMIN MARKETER",
        "POST, /sending/release, ADMIN MANAGER",
        "POST, /api/sending/release, ADMIN MANAGER",
        "POST, /api/sending/hold, ADMIN",
        "GET, /campaigns/bill/plan, ADMIN MARKETER MANAGER",
        "GET, /campaigns/bill, ADMIN MARKETER MANAGER AGENT",
        "GET, /insights, ADMIN MARKETER MANAGER",
        "GET, /api/benchmarks, ADMIN MARKETER MANAGER",
        "GET, /api/reports, ADMIN MARKETER MANAGER",
        "GET, /reports, ADMIN MARKETER MANAGER",
        "POST, /api/benchmarks, ADMIN MARKETER MANAGER",
        "GET, /goals, ADMIN MARKETER MANAGER",
        "GET, /api/goals, ADMIN MARKETER MANAGER",
        "GET, /api/goals/clear-bills, ADMIN MARKETER MANAGER",
        "GET, /answers, ADMIN MARKETER MANAGER AGENT",
        "GET, /webhooks, ADMIN",
        "GET, /answers/tags, ADMIN MARKETER MANAGER",
        "GET, /false-answers, ADMIN",
        "GET, /api/false-answers, ADMIN",
        "GET, /demo/inbox, ADMIN MARKETER MANAGER AGENT",
        "POST, /demo/phone, ADMIN MARKETER MANAGER AGENT"
    })
    void allowsEachRoleWhatItsWorkNeedsByKeyAndBySession(String method, String address, String allowed) {
        for (var role : dev.uplift.identity.Role.values()) {
            var expected = allowed.contains(role.name()) ? 200 : 403;

            var byKey = web.method(HttpMethod.valueOf(method))
                    .uri(address)
                    .header("Authorization", "Bearer " + role.name().toLowerCase(Locale.ROOT) + "-key")
                    .exchange();
            var bySession = web.method(HttpMethod.valueOf(method))
                    .uri(address)
                    .with(user("lena").roles(role.name()))
                    .with(csrf())
                    .exchange();

            assertThat(byKey).as("%s by key", role).hasStatus(expected);
            assertThat(byKey.getRequest().getSession(false)).isNull();
            assertThat(bySession).as("%s by session", role).hasStatus(expected);
        }
    }

    @Test
    void refusesChangesOfASessionWithoutItsToken() {
        var api = web.post()
                .uri("/api/customers")
                .with(user("lena").roles("ADMIN"))
                .exchange();
        var forged = web.post()
                .uri("/campaigns/bill/pause")
                .with(user("lena").roles("ADMIN"))
                .with(csrf().useInvalidToken())
                .exchange();

        assertProblem(api, 403);
        assertThat(forged).hasStatus(403);
    }

    @Test
    void sendsPeopleWhoseSessionEndedToTheLogInInsteadOfRefusingThem() {
        assertThat(web.post().uri("/campaigns/bill/pause").exchange()).hasRedirectedUrl("/login?expired");
    }

    @Test
    void keepsTheInnerLifeOfTheProcessToAdministrators() {
        var manager = web.get()
                .uri("/actuator/env")
                .with(user("lena").roles("MANAGER"))
                .exchange();

        assertThat(manager).hasStatus(403);
        assertThat(web.get().uri("/actuator/env").exchange()).hasRedirectedUrl("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/s/token", "/api/campaigns", "/uplift.css"})
    void sendsStrictHeadersWithEveryAnswer(String address) {
        var answer = web.get()
                .uri(address)
                .header("Authorization", "Bearer admin-key")
                .exchange();

        assertThat(answer)
                .headers()
                .hasValue("Content-Security-Policy", Headers.CONTENT_SECURITY_POLICY)
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Referrer-Policy", "no-referrer")
                .hasValue("X-Frame-Options", "SAMEORIGIN");
    }

    private static void assertProblem(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status).contentType().isCompatibleWith("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status);
    }
}
