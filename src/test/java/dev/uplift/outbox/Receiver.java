package dev.uplift.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.uplift.channel.webhook.Hooks;
import dev.uplift.outbox.WebhookSettings.Endpoint;
import dev.uplift.platform.TestDatabase;
import dev.uplift.survey.answers.TestAnswers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company that tells another system what happened, and that system. */
abstract class Receiver {

    static final Instant START = TestAnswers.NOW;
    private static final String SECRET = "a secret of the receiver";

    @RegisterExtension
    static final WireMockExtension RECEIVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    private Path content;

    private final Hooks hooks = new Hooks();
    TestAnswers company;
    Outbox outbox;
    Instant now = START;

    @BeforeEach
    void open() throws IOException {
        company = new TestAnswers(content);
        outbox = outbox(Map.of("crm", endpoint(RECEIVER.getPort())));
        outbox.tell(START);
        answers(200);
    }

    @AfterEach
    void close() throws IOException {
        outbox.destroy();
        hooks.destroy();
    }

    void tell(long seconds) {
        now = after(seconds);
        outbox.tell(now);
        outbox.await();
    }

    static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    void answers(int status) {
        RECEIVER.stubFor(post("/hook").atPriority(5).willReturn(aResponse().withStatus(status)));
    }

    static List<LoggedRequest> requests() {
        return RECEIVER.findAll(postRequestedFor(urlEqualTo("/hook")));
    }

    static LoggedRequest only() {
        assertThat(requests()).hasSize(1);
        return requests().get(0);
    }

    static List<String> comments() {
        return requests().stream()
                .map(request -> json(request).at("/answer/comment").asString())
                .toList();
    }

    static JsonNode json(LoggedRequest request) {
        return JsonMapper.shared().readTree(request.getBodyAsString());
    }

    List<String> state() {
        return company.jdbc
                .sql("select state from outbox.delivery order by id")
                .query(String.class)
                .list();
    }

    String reason() {
        return company.jdbc
                .sql("select reason from outbox.delivery")
                .query(String.class)
                .single();
    }

    /** As a receiver would reckon it. */
    static String signature(Instant at, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signed = (at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(signed));
    }

    Outbox outbox(Map<String, Endpoint> endpoints) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(TestDatabase.source()));
        return new Outbox(
                settings(endpoints),
                new Listening(company.jdbc, transaction),
                new Queue(company.jdbc),
                new Bodies(company.jdbc),
                hooks,
                clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    static WebhookSettings settings(Map<String, Endpoint> endpoints) {
        return new WebhookSettings(endpoints);
    }

    static Endpoint endpoint(int port) {
        return new Endpoint(URI.create("http://localhost:" + port + "/hook"), SECRET, List.of(), true);
    }
}
