package dev.uplift.demo.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import dev.uplift.demo.OwnAddress;
import dev.uplift.platform.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who writes on a demo phone. */
class PocketTests {

    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final String NUMBER = "+493023125123";
    private static final String PUBLISHED = "https://uplift.example";

    private final Map<String, String> taken = new HashMap<>();
    private int status = 200;
    private HttpServer product;
    private DemoAccount account;
    private Texts texts;
    private Phone phone;
    private Pocket pocket;

    @BeforeEach
    void open() throws IOException {
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/hooks/twilio/inbound", exchange -> {
            taken.put("form", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            taken.put("signature", exchange.getRequestHeaders().getFirst("X-Twilio-Signature"));
            var answer = "<Response><Message><Body>Was hat Sie gest&#246;rt &amp; warum?</Body></Message></Response>"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        product.start();
        var address = new OwnAddress(
                () -> PUBLISHED,
                () -> "http://localhost:" + product.getAddress().getPort());
        account = new DemoAccount(address);
        texts = new Texts(TestDatabase.empty());
        phone = new Phone(texts, Clock.fixed(NOW, ZoneOffset.UTC), new StatusCallbacks(address, account));
        pocket = new Pocket(address, account, phone);
    }

    @AfterEach
    void close() {
        product.stop(0);
    }

    @Test
    void postsWhatIsWrittenAsTwilioWouldAndShowsTheReply() throws Exception {
        phone.take(new Texts.Incoming(NUMBER, DemoAccount.NUMBER, "0 bis 10?", null));

        pocket.write(NUMBER, "3 & nicht mehr");

        var form = fields(String.valueOf(taken.get("form")));
        assertThat(form).containsEntry("Body", "3 & nicht mehr").containsEntry("From", NUMBER);
        assertThat(new RequestValidator(account.token())
                        .validate(PUBLISHED + "/hooks/twilio/inbound", form, taken.get("signature")))
                .isTrue();
        assertThat(texts.conversation(NUMBER, 10))
                .extracting(Text::body)
                .containsExactly("Was hat Sie gestört & warum?", "3 & nicht mehr", "0 bis 10?");
        assertThat(texts.conversation(NUMBER, 10)).extracting(Text::written).containsExactly(false, true, false);
    }

    @Test
    void tellsNeitherTheSimulationNorTheProvidersListWhatWasWrittenOnAPhone() throws Exception {
        pocket.write(NUMBER, "3");

        assertThat(texts.after(0, 10)).extracting(Text::body).containsExactly("Was hat Sie gestört & warum?");
        assertThat(texts.of(NUMBER, 10)).hasSize(1);
    }

    @Test
    void saysWhenAMessageWasNotTaken() {
        status = 403;

        assertThatThrownBy(() -> pocket.write(NUMBER, "3"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403");
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }
}
