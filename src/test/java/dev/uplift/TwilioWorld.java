package dev.uplift;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.test.context.DynamicPropertyRegistry;

/** WireMock where Twilio would be, with signed callbacks and a list of messages. */
final class TwilioWorld {

    static final String TOKEN = "secret";

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    void open(DynamicPropertyRegistry settings) {
        server.start();
        settings.add("uplift.twilio.account-sid", () -> "AC0123456789");
        settings.add("uplift.twilio.auth-token", () -> TOKEN);
        settings.add("uplift.twilio.from", () -> "+4915112345678");
        settings.add("uplift.twilio.base-url", server::baseUrl);
    }

    void close() {
        server.stop();
    }

    void forget() {
        server.resetAll();
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(anyUrl()).willReturn(answer));
    }

    /** Its list has these messages, given as JSON objects. */
    void lists(String... messages) {
        var page = "{\"messages\": [" + String.join(",", messages) + "], \"uri\": \"/\", \"next_page_uri\": null}";
        server.stubFor(get(anyUrl()).willReturn(jsonResponse(page, 200)));
    }

    void refusesToList() {
        server.stubFor(get(anyUrl()).willReturn(jsonResponse("{}", 503)));
    }

    static String message(String sid, String body, String status) {
        return """
                {"sid": "%s", "to": "+4915112345001", "from": "+4915112345678", "status": "%s", "error_code": null,
                 "body": "%s", "date_created": "Tue, 09 Jun 2026 10:00:02 +0000", "date_sent": null}""".formatted(
                sid, status, body.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }

    /** Every message it was asked to send, in order. */
    List<LoggedRequest> posts() {
        return server.findAll(postRequestedFor(anyUrl()));
    }

    String body(int number) {
        return posts().get(number).formParameter("Body").firstValue();
    }

    /** Calls back about the message of this post; gives the status of our answer. */
    int callBack(int number, String status) {
        return callBack(posts().get(number).formParameter("StatusCallback").firstValue(), status, TOKEN);
    }

    int callBack(String address, String status, String token) {
        var form = new TreeMap<>(Map.of("MessageSid", "SM-" + address.hashCode(), "MessageStatus", status));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(address, form, token))
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String signature(String address, SortedMap<String, String> form, String token) {
        var signed = new StringBuilder(address);
        form.forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
