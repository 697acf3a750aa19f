package dev.uplift.web.staff;

import static dev.uplift.web.staff.SampleCases.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.followup.Case;
import dev.uplift.followup.Cases;
import dev.uplift.followup.Opening;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.UpliftClock;
import dev.uplift.survey.Surveys;
import dev.uplift.web.security.Doors;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = SampleApplication.class)
@AutoConfigureMockMvc
abstract class DeskPages {

    @Autowired
    MockMvcTester web;

    @Autowired
    Cases cases;

    @Autowired
    UpliftClock clock;

    @Autowired
    Surveys surveys;

    @Autowired
    Opening opening;

    SampleCases samples;

    @BeforeEach
    void open() {
        Doors.open();
        clock.simulate(NOW);
        samples = new SampleCases(JdbcClient.create(TestDatabase.source()), surveys, opening);
    }

    @AfterEach
    void release() {
        clock.release();
    }

    long taken(String name) {
        var id = samples.opened(name, 3, null, Duration.ofMinutes(30));
        cases.take(id, "agent", NOW);
        return id;
    }

    Case stored(long id) {
        return cases.find(id, "agent").orElseThrow();
    }

    Iterable<String> names(String query) throws UnsupportedEncodingException {
        return page("/cases" + query, Locale.ENGLISH).select(".queue h2").eachText();
    }

    /** Sends a form with these fields and values in turn. */
    MvcTestResult post(String address, String... fields) {
        var request = web.post().uri(address);
        for (var field = 0; field < fields.length; field += 2) {
            request = request.param(fields[field], fields[field + 1]);
        }
        return request.header("Accept-Language", "en")
                .with(user("agent").roles("AGENT"))
                .with(csrf())
                .exchange();
    }

    MvcTestResult put(String address) {
        return web.put()
                .uri(address)
                .header("Accept-Language", "en")
                .with(user("agent").roles("AGENT"))
                .with(csrf())
                .exchange();
    }

    MvcTestResult get(String address, Locale language) {
        return web.get()
                .uri(address)
                .header("Accept-Language", language.toLanguageTag())
                .with(user("agent").roles("AGENT"))
                .exchange();
    }

    Document page(String address, Locale language) throws UnsupportedEncodingException {
        var answer = get(address, language);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
