package dev.uplift;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.uplift.delivery.Reconciler;
import dev.uplift.delivery.Stages;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.UpliftClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The whole product against a Twilio that fails in every way; nobody gets anything twice. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"uplift.demo=false", "uplift.api-key=unknown-key", "uplift.admin-password=unknown-password"})
class UnknownSmsTests {

    private static final TwilioWorld twilio = new TwilioWorld();
    private static final AtomicInteger CAMPAIGNS = new AtomicInteger();
    private static final Instant TUESDAY_NOON = Instant.parse("2026-06-09T10:00:00Z");

    private static final Map<String, ResponseDefinitionBuilder> ANSWERS = Map.of(
            "500", jsonResponse("{\"code\": 20500, \"message\": \"Internal Server Error\"}", 500),
            "502", aResponse().withStatus(502),
            "503", aResponse().withStatus(503).withHeader("Retry-After", "0"),
            "408", aResponse().withStatus(408),
            "reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            "closed", aResponse().withFault(Fault.EMPTY_RESPONSE),
            "garbage", aResponse().withStatus(201).withBody("<html>"),
            "no sid", jsonResponse("{\"status\": \"queued\"}", 201),
            "429", aResponse().withStatus(429).withHeader("Retry-After", "0"),
            "201", jsonResponse("{\"sid\": \"SM2\", \"status\": \"queued\"}", 201));

    private static final String DEFINITION = """
            name: Saving tips
            purpose: service
            audience: { attribute: product, is: electricity }
            hold-out: 0%
            channels: [sms]
            steps:
              - send: saving-tips
            """;

    private static final String CUSTOMER = """
            [{"externalId": "C1", "phone": "+4915112345001", "locale": "de",
              "attributes": {"product": "electricity", "firstName": "Anna", "lastName": "Brandt"}}]""";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UpliftClock clock;

    @Autowired
    private Stages stages;

    @Autowired
    private Reconciler reconciler;

    private final String campaign = "tips-" + CAMPAIGNS.incrementAndGet();

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        twilio.open(settings);
        settings.add(
                "uplift.home", () -> "target/unknown-" + ProcessHandle.current().pid());
    }

    @AfterAll
    static void closeTheWorld() {
        twilio.close();
    }

    @BeforeEach
    void stopTheClock() {
        TestDatabase.emptyExceptAccounts(jdbc);
        twilio.forget();
        clock.simulate(TUESDAY_NOON);
        reconciler.hear(TUESDAY_NOON);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "502", "503", "408", "reset", "closed", "garbage", "no sid"})
    void settlesByACallbackWhatTheAnswerDidNotSay(String answer) {
        sendWith(answer);
        assertThat(state()).isEqualTo("UNKNOWN");

        assertThat(twilio.callBack(0, "sent")).isEqualTo(204);
        stages.wakeDue(clock.instant());
        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(twilio.callBack(0, "delivered")).isEqualTo(204);
        later(Duration.ofHours(80));

        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(twilio.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "reset", "garbage", "no sid"})
    void settlesByTheProvidersListWhatNeverCameBack(String answer) {
        sendWith(answer);
        twilio.lists(TwilioWorld.message("SM77", twilio.body(0), "queued"));

        later(Duration.ofMinutes(3));
        later(Duration.ofHours(2));

        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(row().at("/providerId").asString()).isEqualTo("SM77");
        assertThat(twilio.posts()).hasSize(1);
    }

    @Test
    void triesAgainWhatTheProviderProvablyNeverTook() {
        sendWith("500");
        twilio.lists();

        later(Duration.ofMinutes(70));
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(twilio.posts()).hasSize(1);
        answer("201");
        later(Duration.ofMinutes(80));

        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(twilio.posts()).hasSize(2);
        assertThat(row().at("/attempts").asInt()).isEqualTo(2);
        assertThat(twilio.callBack(0, "undelivered")).isEqualTo(204);
        later(Duration.ofMinutes(90));
        assertThat(state()).isEqualTo("ACCEPTED");
    }

    @Test
    void asksAboutWhatADeadWorkerLeftBehind() {
        sendWith("500");
        jdbc.sql("delete from delivery.attempt").update();
        jdbc.sql("update delivery.send set reason = 'WORKER_DIED'").update();
        twilio.lists(TwilioWorld.message("SM77", twilio.body(0), "delivered"));

        later(Duration.ofMinutes(3));

        assertThat(state()).isEqualTo("DELIVERED");
    }

    @Test
    void leavesUnknownWhatTheListCannotProve() {
        sendWith("500");
        twilio.lists(TwilioWorld.message("SM78", "Somebody else's words", "delivered"));

        later(Duration.ofHours(2));
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(unknown().at("/sends/0/finding").asString()).isEqualTo("OTHER_WORDS");
        twilio.refusesToList();
        later(Duration.ofHours(5));

        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(unknown().at("/sends/0/finding").asString()).isEqualTo("NO_ANSWER");
        assertThat(twilio.posts()).hasSize(1);
    }

    @Test
    void believesNoEmptyListOfAnAccountItDidNotSendWith() {
        sendWith("500");
        jdbc.sql("update delivery.provider_account set since = since + interval '1 minute'")
                .update();
        twilio.lists();

        later(Duration.ofHours(2));

        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(twilio.posts()).hasSize(1);
    }

    @Test
    void postsOncePerAttemptWhenItWasTooFast() {
        sendWith("429");
        assertThat(state()).isEqualTo("DEFERRED");
        assertThat(twilio.posts()).hasSize(1);

        answer("201");
        later(Duration.ofMinutes(10));

        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(twilio.posts()).hasSize(2);
    }

    @Test
    void refusesForgedCallbacksAndParksThoseAboutNobody() {
        sendWith("500");
        var address = twilio.posts().get(0).formParameter("StatusCallback").firstValue();

        assertThat(twilio.callBack(address, "delivered", "guessed")).isEqualTo(403);
        stages.wakeDue(clock.instant());
        assertThat(state()).isEqualTo("UNKNOWN");
        var nobody = "http://localhost:" + port + "/hooks/twilio/status/00000000-0000-0000-0000-000000000001.1";
        assertThat(twilio.callBack(nobody, "delivered", "secret")).isEqualTo(204);
        stages.wakeDue(clock.instant());

        assertThat(state()).isEqualTo("UNKNOWN");
    }

    @Test
    void letsTwoPeopleSendItAgainOverTheApi() {
        sendWith("500");
        twilio.refusesToList();
        var send = "/api/campaigns/" + campaign + "/unknown/"
                + unknown().at("/sends/0/send").asString();

        assertThat(post(send + "/settle", "{\"outcome\": \"perhaps\", \"evidence\": \"x\"}"))
                .isEqualTo(HttpStatusCode.valueOf(422));
        assertThat(post(send + "/resend", "{\"why\": \"\"}")).isEqualTo(HttpStatusCode.valueOf(422));
        assertThat(post(send + "/resend/approve", "{}")).isEqualTo(HttpStatusCode.valueOf(409));
        assertThat(post(send + "/resend", "{\"why\": \"It is her contract.\"}")).isEqualTo(HttpStatusCode.valueOf(204));
        assertThat(post(send + "/resend/approve", "{}")).isEqualTo(HttpStatusCode.valueOf(409));
        assertThat(post("/api/campaigns/" + campaign + "/unknown/00000000-0000-0000-0000-000000000001/resend", "{}"))
                .isEqualTo(HttpStatusCode.valueOf(404));
        jdbc.sql("update delivery.resend_request set asked_by = 'lena'").update();
        assertThat(post(send + "/resend/approve", "{}")).isEqualTo(HttpStatusCode.valueOf(204));
        answer("201");
        stages.wakeDue(clock.instant());

        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(twilio.posts()).hasSize(2);
        assertThat(post(send + "/settle", "{\"outcome\": \"arrived\", \"evidence\": \"x\"}"))
                .isEqualTo(HttpStatusCode.valueOf(409));
    }

    @Test
    void letsAPersonSettleItOnItsPage() {
        sendWith("500");
        var list = "/campaigns/" + campaign + "/unknown";
        var send = unknown().at("/sends/0/send").asString();

        assertThat(page("/campaigns/" + campaign)).contains(list);
        assertThat(page(list)).contains("C1", send);
        var settled = call(
                "POST",
                list + "/" + send + "/settle",
                MediaType.APPLICATION_FORM_URLENCODED,
                "arrived=true&evidence=She+called");

        assertThat(settled.isError()).isFalse();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(page(list)).doesNotContain(send);
        assertThat(jdbc.sql("select action from identity.audit where subject like :subject")
                        .param("subject", send + "%")
                        .query(String.class)
                        .list())
                .containsExactly("send.arrived");
    }

    private String page(String path) {
        return Objects.requireNonNull(
                api().get().uri(path).accept(MediaType.TEXT_HTML).retrieve().body(String.class));
    }

    private void sendWith(String answer) {
        answer(answer);
        call("POST", "/api/customers", MediaType.APPLICATION_JSON, CUSTOMER);
        call("PUT", "/api/campaigns/" + campaign, MediaType.TEXT_PLAIN, DEFINITION);
        call("POST", "/api/campaigns/" + campaign + "/launch", MediaType.APPLICATION_JSON, "");
        // after many failures the provider is left alone for a moment
        for (var turn = 0; turn < 100 && twilio.posts().isEmpty(); turn++) {
            stages.wakeDue(clock.instant());
            LockSupport.parkNanos(100_000_000);
        }
        stages.wakeDue(clock.instant());
        assertThat(twilio.posts()).hasSize(1);
    }

    private static void answer(String name) {
        twilio.answers(Objects.requireNonNull(ANSWERS.get(name), name));
    }

    private void later(Duration sinceNoon) {
        clock.simulate(TUESDAY_NOON.plus(sinceNoon));
        reconciler.hear(clock.instant());
        stages.wakeDue(clock.instant());
    }

    private String state() {
        return row().at("/state").asString();
    }

    private JsonNode row() {
        return get("/api/campaigns/" + campaign + "/sends").get(0);
    }

    private JsonNode unknown() {
        return get("/api/campaigns/" + campaign + "/unknown");
    }

    private JsonNode get(String path) {
        return Objects.requireNonNull(api().get().uri(path).retrieve().body(JsonNode.class));
    }

    private HttpStatusCode post(String path, String json) {
        return call("POST", path, MediaType.APPLICATION_JSON, json);
    }

    private HttpStatusCode call(String method, String path, MediaType type, String body) {
        return api().method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(path)
                .contentType(type)
                .body(body)
                .exchange((request, response) -> response.getStatusCode());
    }

    private RestClient api() {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer unknown-key")
                .build();
    }
}
