package dev.uplift.demo.phone;

import dev.uplift.demo.LocalOnly;
import dev.uplift.demo.OwnAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Posts signed status callbacks the way Twilio does, to this process only. */
@Component
@Conditional(LocalOnly.class)
class StatusCallbacks {

    private static final int IN_FLIGHT = 16;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final OwnAddress address;
    private final DemoAccount account;

    StatusCallbacks(OwnAddress address, DemoAccount account) {
        this.address = address;
        this.account = account;
    }

    /** Those of the SMS whose sender has taken the callback. */
    List<Text> deliver(List<Text> texts) {
        return java.util.stream.IntStream.iterate(0, from -> from < texts.size(), from -> from + IN_FLIGHT)
                .mapToObj(from -> texts.subList(from, Math.min(from + IN_FLIGHT, texts.size())))
                .flatMap(some -> together(some).stream())
                .toList();
    }

    private List<Text> together(List<Text> texts) {
        var posts = texts.stream().map(this::post).toList();
        return java.util.stream.IntStream.range(0, texts.size())
                .filter(i -> posts.get(i).join())
                .mapToObj(texts::get)
                .toList();
    }

    private CompletableFuture<Boolean> post(Text text) {
        var callback = address.current(Objects.requireNonNull(text.statusCallback()));
        var parameters = Map.of(
                "AccountSid", account.sid(),
                "ApiVersion", "2010-04-01",
                "From", text.sender(),
                "MessageSid", text.sid(),
                "MessageStatus", "delivered",
                "SmsSid", text.sid(),
                "SmsStatus", "delivered",
                "To", text.recipient());
        var request = HttpRequest.newBuilder(URI.create(address.reachable(callback)))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Signature.of(account.token(), callback, parameters))
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(parameters)))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() < 300);
    }
}
