package dev.uplift;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static java.util.Map.entry;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.uplift.delivery.Reconciler;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A campaign that sends one SMS by a Twilio that can fail in every way. */
abstract class SmsJourney extends Journey {

    static TwilioWorld twilio = new TwilioWorld();

    private static final Map<String, ResponseDefinitionBuilder> ANSWERS = Map.ofEntries(
            entry("500", jsonResponse("{\"code\": 20500, \"message\": \"Internal Server Error\"}", 500)),
            entry("502", aResponse().withStatus(502)),
            entry("503", aResponse().withStatus(503).withHeader("Retry-After", "0")),
            entry("408", aResponse().withStatus(408)),
            entry("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
            entry("closed", aResponse().withFault(Fault.EMPTY_RESPONSE)),
            entry("garbage", aResponse().withStatus(201).withBody("<html>")),
            entry("no sid", jsonResponse("{\"status\": \"queued\"}", 201)),
            entry("429", aResponse().withStatus(429).withHeader("Retry-After", "0")),
            entry("401", jsonResponse("{\"code\": 20003, \"message\": \"Authenticate\"}", 401)),
            entry("201", jsonResponse("{\"sid\": \"SM2\", \"status\": \"queued\"}", 201)));

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

    @Autowired
    private Reconciler reconciler;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        twilio = new TwilioWorld();
        twilio.open(settings);
        settings.add(
                "uplift.home", () -> "target/sms-" + ProcessHandle.current().pid());
    }

    @AfterAll
    static void closeTheWorld() {
        twilio.close();
    }

    @BeforeEach
    void beginAnew() {
        twilio.forget();
        reconciler.hear(TUESDAY_NOON);
    }

    /** Lets the campaign send its SMS and the provider answer so. */
    void sendWith(String answer) {
        answers(answer);
        post("/api/customers", CUSTOMER);
        define(DEFINITION);
        launch();
        send(1);
    }

    /** Sends what is due until the provider was asked this often; after failures it is left alone for a moment. */
    void send(int posts) {
        for (var turn = 0; turn < 100 && twilio.posts().size() < posts; turn++) {
            stages.wakeDue(clock.instant());
            LockSupport.parkNanos(100_000_000);
        }
        stages.wakeDue(clock.instant());
    }

    static void answers(String name) {
        twilio.answers(Objects.requireNonNull(ANSWERS.get(name), name));
    }

    void later(Duration sinceNoon) {
        clock.simulate(TUESDAY_NOON.plus(sinceNoon));
        reconciler.hear(clock.instant());
        stages.wakeDue(clock.instant());
    }

    String state() {
        return row().at("/state").asString();
    }

    JsonNode row() {
        return get("/api/campaigns/" + campaign + "/sends").get(0);
    }

    JsonNode unknown() {
        return get("/api/campaigns/" + campaign + "/unknown");
    }
}
