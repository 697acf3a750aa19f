package dev.uplift;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A customer with a browser that has no JavaScript. */
final class SurveyTaker {

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager())
            .build();

    /** Opens the survey, chooses a score, gives a comment and sends both; gives the page that comes last. */
    Document answer(String survey, int score, String comment) {
        var chosen = submit(open(survey), Map.of("score", String.valueOf(score)));
        return submit(chosen, Map.of("comment", comment));
    }

    Document open(String address) {
        return page(HttpRequest.newBuilder(URI.create(address)).build());
    }

    Document post(String address, String body) {
        return page(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Enters this into the form of a page and sends it. */
    Document submit(Document page, Map<String, String> entries) {
        var form = (FormElement) page.selectFirst("main form");
        if (form == null) {
            throw new AssertionError("The page has no form: " + page.text());
        }
        var fields = new TreeMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(entries);
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(form.hasAttr("action") ? form.absUrl("action") : page.location(), body);
    }

    private Document page(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return Jsoup.parse(response.body(), response.uri().toString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
