package dev.uplift.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.uplift.demo.OwnAddress;
import dev.uplift.demo.company.Population;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitsTests {

    private static final String PUBLISHED = "https://uplift.example";
    private static final String QUESTION = """
            <form method="post" action="/s/token">
              <input type="radio" name="score" value="0"><input type="radio" name="score" value="7">
              <input type="hidden" name="lang" value="de"><button>Weiter</button></form>""";
    private static final String REASON = """
            <form method="post" action="/s/token">
              <input type="checkbox" name="reason" value="Preis"><input type="checkbox" name="reason" value="Service">
              <textarea name="comment"></textarea>
              <input type="checkbox" name="callBack" value="true">
              <input type="hidden" name="score" value="7"><input type="hidden" name="nonce" value="abc">
              <button name="go" value="1">Senden</button></form>""";

    private final List<String> seen = new ArrayList<>();
    private HttpServer pages;
    private Visits visits;

    @BeforeEach
    void open() throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/", this::serve);
        pages.start();
        visits = new Visits(new OwnAddress(
                () -> PUBLISHED, () -> "http://localhost:" + pages.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        pages.stop(0);
    }

    @Test
    void answersPageByPageAsABrowserWould() {
        visits.answer(PUBLISHED + "/s/token", new Choices(7, false, 1, 7, "Alles gut & schön", false));

        assertThat(seen)
                .containsExactly(
                        "GET /s/token ",
                        "POST /s/token lang=de&score=7",
                        "POST /s/token score=7&nonce=abc&reason=Service&comment=Alles+gut+%26+sch%C3%B6n&go=1",
                        "GET /s/token/thanks ");
    }

    @Test
    void startsAtTheReasonWhenTheScoreWasChosenInTheMail() {
        visits.answer(PUBLISHED + "/s/token", new Choices(7, true, 0, 0, null, true));

        assertThat(seen.get(0)).isEqualTo("GET /s/token?score=7 ");
        assertThat(seen.get(1))
                .contains("comment=&callBack=true".replace("comment=&", ""))
                .contains("comment=");
        assertThat(seen).hasSize(3);
    }

    @Test
    void leavesAClosedSurveyAlone() {
        visits.answer(PUBLISHED + "/s/closed", new Choices(7, false, 1, 0, null, false));

        assertThat(seen).containsExactly("GET /s/closed ");
    }

    @Test
    void opensAPageWithoutSendingAnything() {
        visits.glance(PUBLISHED + "/s/token");

        assertThat(seen).containsExactly("GET /s/token ");
    }

    @Test
    void unsubscribesByOneClickOrByTheButton() {
        var persons = Population.of(1, 40).persons();

        persons.forEach(person -> visits.unsubscribe(PUBLISHED + "/u/token", person));

        assertThat(seen)
                .contains("POST /u/token List-Unsubscribe=One-Click", "GET /u/token ", "POST /u/token ")
                .filteredOn(request -> request.startsWith("POST"))
                .hasSize(40);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(exchange.getRequestMethod() + " " + uri + " " + body);
        if (body.contains("comment=")) {
            exchange.getResponseHeaders().add("Location", PUBLISHED + "/s/token/thanks");
            exchange.sendResponseHeaders(303, -1);
        } else {
            var page = page(uri.toString(), body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(uri.getPath().equals("/s/closed") ? 410 : 200, page.length);
            exchange.getResponseBody().write(page);
        }
        exchange.close();
    }

    private static String page(String uri, String body) {
        if (uri.startsWith("/u/")) {
            return "<form method=\"post\" action=\"/u/token\"><button>Abmelden</button></form>";
        }
        if (uri.endsWith("/thanks")) {
            return "<h1>Danke</h1>";
        }
        return uri.contains("score=") || body.contains("score=") ? REASON : QUESTION;
    }
}
