package dev.uplift.demo.simulation;

import dev.uplift.demo.OwnAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** One customer's browser: keeps cookies, follows redirects, posts forms; no scripts. */
final class Browser {

    private static final int REDIRECTS = 5;
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final OwnAddress address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(HttpClient http, OwnAddress address) {
        this.http = http;
        this.address = address;
    }

    Page open(String link) {
        return exchange(link, HttpRequest.newBuilder().GET());
    }

    Page post(String link, List<Map.Entry<String, String>> fields) {
        var form = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return exchange(
                link,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private Page exchange(String link, HttpRequest.Builder request) {
        var uri = URI.create(address.reachable(link));
        var response = send(request, uri);
        for (var i = 0; i < REDIRECTS && response.statusCode() / 100 == 3; i++) {
            uri = uri.resolve(
                    address.reachable(response.headers().firstValue("Location").orElse("")));
            response = send(HttpRequest.newBuilder().GET(), uri);
        }
        return new Page(response.statusCode(), Jsoup.parse(response.body(), uri.toString()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, URI uri) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response = patiently(request.uri(uri).timeout(PATIENCE).build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    /** On a busy machine a connection may fail; people try again, and every page of ours bears being sent twice. */
    private HttpResponse<String> patiently(HttpRequest request) {
        for (var attempt = 1; ; attempt++) {
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException(
                            "A simulated customer could not load a page " + ATTEMPTS + " times in a row", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a simulated customer waited for a page", e);
            }
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair.length > 1 ? pair[1] : "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
