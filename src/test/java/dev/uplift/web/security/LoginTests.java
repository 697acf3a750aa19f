package dev.uplift.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.uplift.web.staff.SampleApplication;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = SampleApplication.class)
@AutoConfigureMockMvc
class LoginTests {

    @Autowired
    MockMvcTester web;

    @BeforeEach
    void open() {
        Doors.open();
    }

    @Test
    void letsPeopleInAndGivesThemANewSession() {
        var session = new MockHttpSession();
        var before = session.getId();

        var answer = logIn("marketer", Doors.PASSWORD, "10.0.0.1", session);

        assertThat(answer).hasRedirectedUrl("/campaigns");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(web.get().uri("/campaigns").session(session).exchange()).hasStatusOk();
    }

    @Test
    void bringsAgentsToTheirQueue() {
        assertThat(logIn("agent", Doors.PASSWORD, "10.0.0.9", new MockHttpSession()))
                .hasRedirectedUrl("/cases");
    }

    @Test
    void bringsPeopleToThePageTheyAskedFor() {
        var session = new MockHttpSession();
        web.get().uri("/campaigns/bill").session(session).exchange();

        var answer = logIn("marketer", Doors.PASSWORD, "10.0.0.2", session);

        assertThat(answer.getResponse().getRedirectedUrl()).startsWith("http://localhost/campaigns/bill");
    }

    @Test
    void doesNotTellAWrongPasswordFromAnUnknownName() {
        var wrong = logIn("marketer", "guess", "10.0.0.3", new MockHttpSession());
        var unknown = logIn("nobody", "guess", "10.0.0.3", new MockHttpSession());

        assertThat(wrong).hasRedirectedUrl("/login?error");
        assertThat(unknown).hasRedirectedUrl("/login?error");
    }

    @Test
    void slowsDownGuessingAtOneNameFromManyAddresses() {
        IntStream.range(0, LoginThrottle.MOST_TRIES)
                .forEach(number -> logIn("admin", "guess", "10.1.0." + number, new MockHttpSession()));

        var answer = logIn("admin", Doors.PASSWORD, "10.1.1.1", new MockHttpSession());

        assertThat(answer).hasForwardedUrl("/login/throttled");
        assertThat(web.post().uri("/login/throttled").with(csrf()).exchange())
                .hasStatus(429)
                .headers()
                .hasValue("Retry-After", "60");
    }

    @Test
    void slowsDownGuessingAtManyNamesFromOneAddress() {
        IntStream.range(0, LoginThrottle.MOST_TRIES)
                .forEach(number -> logIn("name" + number, "guess", "10.2.0.1", new MockHttpSession()));

        assertThat(logIn("manager", Doors.PASSWORD, "10.2.0.1", new MockHttpSession()))
                .hasForwardedUrl("/login/throttled");
    }

    @Test
    void logsOutByPostAlone() {
        var session = new MockHttpSession();
        logIn("agent", Doors.PASSWORD, "10.0.0.4", session);

        var bye = web.post().uri("/logout").session(session).with(csrf()).exchange();

        assertThat(bye).hasRedirectedUrl("/login?bye");
        assertThat(session.isInvalid()).isTrue();
    }

    private MvcTestResult logIn(String name, String password, String address, MockHttpSession session) {
        return web.post()
                .uri("/login")
                .session(session)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .param("username", name)
                .param("password", password)
                .exchange();
    }
}
