package dev.uplift.web.customer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import freemarker.template.TemplateException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The customer pages behind a real address, without the rest of the product. */
final class CustomerSite implements AutoCloseable {

    private static final Path STATIC = Path.of("src/main/resources/static");

    /** What the pages know of the request that is being answered, one after the other. */
    final MockHttpServletRequest request = new MockHttpServletRequest();

    final MockHttpServletResponse response = new MockHttpServletResponse();

    private final HttpServer server;
    private final Function<CustomerSite, SurveyPages> surveys;
    private final BiFunction<String, String, ModelAndView> samples;

    /** The survey's pages below {@code /s/}, and a sample page by name and language below {@code /sample/}. */
    CustomerSite(Function<CustomerSite, SurveyPages> surveys, BiFunction<String, String, ModelAndView> samples)
            throws IOException {
        this.surveys = surveys;
        this.samples = samples;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::file);
        server.createContext("/s/", exchange -> show(exchange, survey(exchange)));
        server.createContext("/sample/", exchange -> show(exchange, sample(exchange)));
        server.start();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void file(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(1);
        answer(
                exchange,
                200,
                path.endsWith(".css") ? "text/css" : "font/woff2",
                Files.readAllBytes(STATIC.resolve(path)));
    }

    private ModelAndView sample(HttpExchange exchange) {
        var name = exchange.getRequestURI().getPath().substring("/sample/".length());
        return samples.apply(
                name, Objects.requireNonNull(fields(query(exchange)).getFirst("lang")));
    }

    private ModelAndView survey(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/", -1);
        remembered(exchange);
        var pages = surveys.apply(this);
        if (exchange.getRequestMethod().equals("POST")) {
            return pages.submit(
                    parts[2], fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        }
        var query = fields(query(exchange));
        return parts.length > 3
                ? pages.thanks(parts[2], query.getFirst("lang"))
                : pages.open(parts[2], query.getFirst("score"), query.getFirst("lang"), query.getFirst("change"));
    }

    private void remembered(HttpExchange exchange) {
        response.reset();
        var sent = exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Stream.of(line.split("; ")))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Cookie(pair[0], pair[1]))
                .toArray(Cookie[]::new);
        request.setCookies(sent);
    }

    private void show(HttpExchange exchange, ModelAndView shown) throws IOException {
        response.getHeaders("Set-Cookie")
                .forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
        if (shown.getView() instanceof RedirectView redirect) {
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.getResponseHeaders().add("Location", Objects.requireNonNull(redirect.getUrl()));
            exchange.sendResponseHeaders(303, -1);
            exchange.close();
            return;
        }
        try {
            var status = shown.getStatus() == null ? 200 : shown.getStatus().value();
            var html = RenderedPages.html(shown).getBytes(StandardCharsets.UTF_8);
            answer(exchange, status, "text/html; charset=utf-8", html);
        } catch (TemplateException e) {
            throw new IOException(e);
        }
    }

    private static String query(HttpExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    }

    private static MultiValueMap<String, String> fields(String encoded) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            var field = pair.split("=", 2);
            fields.add(decoded(field[0]), field.length > 1 ? decoded(field[1]) : "");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Connection", "close");
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
