package dev.uplift.web.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.uplift.followup.Opening;
import dev.uplift.platform.UpliftClock;
import dev.uplift.survey.Surveys;
import dev.uplift.web.BrowserTests;
import dev.uplift.web.security.Doors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class StaffBrowser extends BrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    Surveys surveys;

    @Autowired
    Opening opening;

    @Autowired
    UpliftClock clock;

    @BeforeEach
    void open() {
        Doors.open();
    }

    @AfterEach
    void release() {
        clock.release();
    }

    void logIn(String name) {
        page.navigate(address("/login"));
        page.locator("#username").fill(name);
        page.locator("#password").fill(Doors.PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("h1")).hasText(name.equals("agent") ? "Follow-ups" : "Campaigns");
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }
}
