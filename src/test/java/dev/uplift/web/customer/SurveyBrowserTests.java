package dev.uplift.web.customer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.uplift.platform.Metric;
import dev.uplift.web.BrowserTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The question of each metric as a customer sees it. */
class SurveyBrowserTests extends BrowserTests {

    private static final Path STATIC = Path.of("src/main/resources/static");

    private final SurveyView view = new SurveyView(new Page(FormNonceTests.settings(Path.of("target")), new Texts()));
    private HttpServer pages;

    @BeforeEach
    void serve() throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/", exchange -> {
            var file = Files.readAllBytes(
                    STATIC.resolve(exchange.getRequestURI().getPath().substring(1)));
            answer(exchange, exchange.getRequestURI().getPath().endsWith(".css") ? "text/css" : "font/woff2", file);
        });
        pages.createContext("/s/", exchange -> answer(exchange, "text/html; charset=utf-8", question(exchange)));
        pages.start();
    }

    @AfterEach
    void stop() {
        pages.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"nps, de", "csat, de", "csat, en", "ces, de", "ces, en"})
    void isFitForEverybodyAndAnsweredByTheKeyboard(String metric, String language) {
        page.navigate("http://localhost:" + pages.getAddress().getPort() + "/s/" + metric + "?lang=" + language);

        assertFitForEverybody();
        for (var width : new int[] {1440, 390, 320}) {
            picture("question-" + metric + "-" + language, width);
        }
        assertThat(page.locator("input[name=score]:checked")).hasCount(0);
        page.locator("input[name=score]").nth(3).focus();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("input[name=score]").nth(4)).isChecked();
    }

    private byte[] question(HttpExchange exchange) throws IOException {
        var metric = Metric.of(exchange.getRequestURI().getPath().substring("/s/".length()))
                .orElseThrow();
        var language = exchange.getRequestURI().getQuery().endsWith("de") ? "de" : "en";
        var shown = view.question("token", RenderedPages.invitation(language, metric), language, Entry.NOTHING, false);
        try {
            return RenderedPages.html(shown).getBytes(StandardCharsets.UTF_8);
        } catch (freemarker.template.TemplateException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
