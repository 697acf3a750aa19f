package dev.uplift;

import dev.uplift.platform.Metric;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Customers who are asked by SMS, and Twilio posting what they write back. */
final class SmsSurvey {

    static final String OUR_NUMBER = "+4915112345678";

    static final String THANKS_DE = "Danke, das hilft uns weiter.";
    static final String THANKS_EN = "Thank you, that helps us.";

    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private static final String CUSTOMER = """
            {"externalId": "S%1$s", "phone": "%2$s", "locale": "%3$s", "preferredChannels": ["sms"],
             "attributes": {"product": "electricity", "asked": "%4$s", "firstName": "Anna", "lastName": "Brandt"},
             "consents": [{"channel": "sms", "purpose": "survey", "granted": true, "basis": "consent", "proof": "form"}]}""";

    private static final String DEFINITION = """
            name: Asked by SMS
            purpose: survey
            goal: { metric: %1$s }
            audience: { attribute: asked, is: %1$s }
            hold-out: 0%%
            channels: [sms]
            steps:
              - survey: %1$s-service
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String hook;

    SmsSurvey(int port) {
        this.hook = "http://localhost:" + port + "/hooks/twilio/inbound";
    }

    static String definition(String metric) {
        return DEFINITION.formatted(metric);
    }

    /** Enough customers for each language and metric; each has a number of its own. */
    static String customers() {
        return Stream.of("de nps", "en nps", "de csat", "en csat", "de ces", "en ces")
                .flatMap(group ->
                        IntStream.range(0, group.endsWith("nps") ? 50 : 4).mapToObj(index -> customer(group, index)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String customer(String group, int index) {
        var words = group.split(" ", -1);
        var number = number(group, index);
        return CUSTOMER.formatted(number.substring(1), number, words[0], words[1]);
    }

    static String number(String group, int index) {
        var base = Map.of("de nps", 1, "en nps", 2, "de csat", 3, "en csat", 4, "de ces", 5, "en ces", 6);
        return "+49170%d%06d".formatted(base.get(group), 100_000 + index);
    }

    /** How one of the replies to such an outcome begins: a score with or without a reason, ?, stop or help. */
    static List<String> saidIn(String language, String survey, String outcome) {
        var german = language.equals("de");
        var metric = Metric.of(survey).orElseThrow();
        return switch (outcome) {
            case "?" ->
                List.of(
                        german
                                ? "Bitte antworten Sie mit einer Zahl von " + metric.lowest() + " bis "
                                        + metric.highest() + "."
                                : "Please reply with a number from " + metric.lowest() + " to " + metric.highest()
                                        + ".");
            case "stop" -> List.of("");
            case "help" -> List.of("Nordwerk Energie. ");
            default ->
                outcome.contains(" ")
                        ? List.of(german ? THANKS_DE : THANKS_EN)
                        : german
                                ? List.of(
                                        "Vielen Dank. Was hat",
                                        "Vielen Dank. Was können",
                                        "Vielen Dank. Was gefällt",
                                        "Vielen Dank. Was ist bei diesem",
                                        "Vielen Dank. Was war an diesem")
                                : List.of(
                                        "Thank you. What bothered",
                                        "Thank you. What would",
                                        "Thank you. What do",
                                        "Thank you. What went wrong with this",
                                        "Thank you. What was good about this");
        };
    }

    /** Writes from a number; gives what is said back, empty for silence. */
    String write(String number, String text) {
        return post("SM" + MESSAGES.incrementAndGet(), number, text);
    }

    /** The same with the provider's id of the message. */
    String post(String sid, String number, String text) {
        var form = new TreeMap<>(Map.of("MessageSid", sid, "From", number, "To", OUR_NUMBER, "Body", text));
        var request = HttpRequest.newBuilder(URI.create(hook))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", TwilioWorld.signature(hook, form, TwilioWorld.TOKEN))
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("Status " + answer.statusCode());
            }
            return Jsoup.parse(answer.body(), "", Parser.xmlParser())
                    .select("Response > Message")
                    .text();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
