package dev.uplift;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A person at our pages with a browser that keeps cookies and has no JavaScript. */
final class StaffMember {

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String home;

    StaffMember(int port, String name, String password) {
        this.home = "http://localhost:" + port;
        submit(open("/login"), "form", Map.of("username", name, "password", password));
    }

    Document open(String path) {
        return page(HttpRequest.newBuilder(URI.create(home + path)));
    }

    /** Sends the form that the selector finds, with these entries; gives the page that comes next. */
    Document submit(Document page, String selector, Map<String, String> entries) {
        var form = (FormElement) page.selectFirst(selector);
        if (form == null) {
            throw new AssertionError("The page has no " + selector + ": " + page.text());
        }
        var fields = new LinkedHashMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(entries);
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return page(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Document page(HttpRequest.Builder request) {
        try {
            var response = http.send(request.header("Accept-Language", "en").build(), BodyHandlers.ofString());
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
