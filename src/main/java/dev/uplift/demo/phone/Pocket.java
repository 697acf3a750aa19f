package dev.uplift.demo.phone;

import dev.uplift.demo.LocalOnly;
import dev.uplift.demo.OwnAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Somebody who writes on a phone: the message goes to Uplift as Twilio would post it, and what it says back arrives. */
@Component
@Conditional(LocalOnly.class)
class Pocket {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final OwnAddress address;
    private final DemoAccount account;
    private final Phone phone;

    Pocket(OwnAddress address, DemoAccount account, Phone phone) {
        this.address = address;
        this.account = account;
        this.phone = phone;
    }

    /** Writes from a number; throws IOException if Uplift did not take the message. */
    void write(String number, String text) throws IOException, InterruptedException {
        var sid = phone.keepWritten(number, text);
        var response = http.send(request(sid, number, text), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException("The SMS was answered with status " + response.statusCode());
        }
        Jsoup.parse(response.body(), "", Parser.xmlParser())
                .select("Message")
                .eachText()
                .forEach(reply -> phone.take(new Texts.Incoming(number, DemoAccount.NUMBER, reply, null)));
    }

    private HttpRequest request(String sid, String number, String text) {
        var hook = address.current(address.local() + "/hooks/twilio/inbound");
        var parameters = Map.of(
                "AccountSid",
                account.sid(),
                "ApiVersion",
                "2010-04-01",
                "Body",
                text,
                "From",
                number,
                "MessageSid",
                sid,
                "NumMedia",
                "0",
                "To",
                DemoAccount.NUMBER);
        return HttpRequest.newBuilder(URI.create(address.reachable(hook)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Signature.of(account.token(), hook, parameters))
                .POST(BodyPublishers.ofString(Form.encode(parameters)))
                .build();
    }
}
