package dev.uplift.demo.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import com.twilio.base.Page;
import com.twilio.rest.api.v2010.account.Message;
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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class PhoneTests {

    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final String PUBLISHED = "https://uplift.example";
    private static final String CALLBACK = PUBLISHED + "/hooks/twilio/status/5d5e.1";

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Map<String, String> signatures = new HashMap<>();
    private int answer = 204;
    private HttpServer product;
    private DemoAccount account;
    private Texts texts;
    private Phone phone;
    private PhoneApi api;

    @BeforeEach
    void open() throws IOException {
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            taken.add(form);
            signatures.put(form, exchange.getRequestHeaders().getFirst("X-Twilio-Signature"));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        product.start();
        var address = new OwnAddress(
                () -> PUBLISHED,
                () -> "http://localhost:" + product.getAddress().getPort());
        account = new DemoAccount(address);
        texts = new Texts(TestDatabase.empty());
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        phone = new Phone(texts, clock, new StatusCallbacks(address, account));
        api = new PhoneApi(account, phone, texts, clock);
    }

    @AfterEach
    void close() {
        product.stop(0);
    }

    @Test
    void answersWithAMessageThatTheRealSdkReads() throws IOException {
        var response = send("+493023125123", "Ihr neuer Abschlag: 84 €");

        var message = read(response);

        assertThat(response.getStatusCode().value()).isEqualTo(201);
        assertThat(message.getSid()).startsWith("SM").hasSize(34);
        assertThat(message.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(message.getErrorCode()).isNull();
        assertThat(message.getTo()).isEqualTo("+493023125123");
        assertThat(message.getBody()).isEqualTo("Ihr neuer Abschlag: 84 €");
        assertThat(message.getDateCreated().toInstant()).isEqualTo(NOW);
        assertThat(texts.after(0, 10)).extracting(Text::sid).containsExactly(message.getSid());
    }

    @Test
    void listsWhatWentToANumberForTheRealSdk() throws IOException {
        send("+493023125123", "Ihr neuer Abschlag: 84 €");
        send("+493023125124", "an jemand anders");

        var listed = api.list(account.sid(), basic(account.sid(), account.token()), "+493023125123");

        var page = Page.fromJson(
                "messages", new ObjectMapper().writeValueAsString(listed.getBody()), Message.class, new ObjectMapper());
        assertThat(page.getRecords()).extracting(Message::getBody).containsExactly("Ihr neuer Abschlag: 84 €");
        assertThat(page.getRecords()).extracting(Message::getStatus).containsExactly(Message.Status.DELIVERED);
        assertThat(page.hasNextPage()).isFalse();
        assertThat(api.list(account.sid(), basic("AC1", "guess"), "+493023125123")
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void refusesANumberWithoutAPhone() {
        var dead = java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> "+493023125%03d".formatted(i))
                .filter(number -> !Numbers.reachable(number))
                .findFirst()
                .orElseThrow();

        var response = send(dead, "Hallo");

        assertThat(response.getStatusCode().value()).isEqualTo(400);
        assertThat(response.getBody()).containsEntry("code", 21211);
        assertThat(texts.after(0, 10)).isEmpty();
    }

    @Test
    void refusesAForeignAccount() {
        var response = api.send(account.sid(), basic("AC1", "guess"), Map.of("To", "+493023125123", "Body", "Hallo"));

        assertThat(response.getStatusCode().value()).isEqualTo(401);
        assertThat(response.getBody()).containsEntry("code", 20003);
    }

    @Test
    void reportsEachDeliveryOnceWithASignatureTheRealSdkAccepts() {
        send("+493023125123", "Hallo");

        var first = phone.deliverCallbacks();
        var second = phone.deliverCallbacks();

        assertThat(List.of(first, second)).containsExactly(1, 0);
        assertThat(taken).singleElement().satisfies(form -> {
            assertThat(fields(form)).containsEntry("MessageStatus", "delivered").containsEntry("To", "+493023125123");
            assertThat(new RequestValidator(account.token()).validate(CALLBACK, fields(form), signatures.get(form)))
                    .isTrue();
        });
    }

    @Test
    void reportsADeliveryAgainThatWasNotTaken() {
        send("+493023125123", "Hallo");
        answer = 503;
        var refused = phone.deliverCallbacks();
        answer = 204;

        var taken = phone.deliverCallbacks();

        assertThat(List.of(refused, taken)).containsExactly(0, 1);
    }

    @Test
    void showsNumbersWithTheNewestConversationFirst() {
        send("+493023125123", "eins");
        send("+493023125124", "zwei");
        send("+493023125123", "drei");

        var all = texts.conversations("", Long.MAX_VALUE, 10);

        assertThat(all).extracting(Conversation::body).containsExactly("drei", "zwei");
        assertThat(all).extracting(Conversation::texts).containsExactly(2L, 1L);
        assertThat(texts.conversations("124", Long.MAX_VALUE, 10)).hasSize(1);
    }

    private ResponseEntity<Map<String, Object>> send(String to, String body) {
        return api.send(
                account.sid(),
                basic(account.sid(), account.token()),
                Map.of("To", to, "Body", body, "From", DemoAccount.NUMBER, "StatusCallback", CALLBACK));
    }

    private static Message read(ResponseEntity<?> response) throws IOException {
        var json = new tools.jackson.databind.json.JsonMapper().writeValueAsString(response.getBody());
        return Message.fromJson(json, new ObjectMapper().findAndRegisterModules());
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }
}
