package dev.uplift.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutboxTests {

    private static final Instant START = TestAnswers.NOW;
    private static final String SECRET = "a secret of the receiver";
    private static final String CASE = """
            with opened as (
                insert into followup.case (invitation_id, customer_id, desk, score, arm, lot, state, answered_at, opened_at,
                                           due_at)
                values (:invitation, 1, 'service', 3, 'follow-up', 1, 'NEW', :at, :at, :at)
                returning id)
            insert into followup.event (case_id, at, actor, what)
            select id, :at, 'uplift', 'OPENED' from opened""";

    @RegisterExtension
    static final WireMockExtension RECEIVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    private Path content;

    private final Hooks hooks = new Hooks();
    private TestAnswers company;
    private Outbox outbox;
    private Instant now = START;

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

    @Test
    void tellsOfAnAnswerWithASignatureThatTheReceiverCanCheck() throws Exception {
        company.say(company.customer(1), "nps-bill", 3, "Rechnung \"unklar\"", after(10));

        tell(20);

        var told = only();
        var body = json(told);
        assertThat(told.getHeader("Content-Type")).startsWith("application/json");
        assertThat(told.getHeader("Uplift-Event")).isEqualTo("answer-confirmed");
        assertThat(told.getHeader("Uplift-Delivery")).isEqualTo(body.at("/id").asString());
        assertThat(told.getHeader("Uplift-Signature")).isEqualTo(signature(after(20), told.getBodyAsString()));
        assertThat(body.at("/answer/comment").asString()).isEqualTo("Rechnung \"unklar\"");
        assertThat(body.at("/answer/score").asInt()).isEqualTo(3);
        assertThat(body.at("/customer/externalId").asString()).isEqualTo("K-1");
        assertThat(Instant.parse(body.at("/at").asString().replace("+00:00", "Z")))
                .isEqualTo(after(10));
    }

    @Test
    void tellsOfChangesAndOfCases() throws Exception {
        var token = company.say(1, "nps-bill", 3, "Unklar", after(1));
        company.again(token, 3, "Sehr unklar", "de", after(2));
        company.jdbc
                .sql(CASE)
                .param("invitation", 1)
                .param("at", java.sql.Timestamp.from(after(3)))
                .update();

        tell(20);

        var told = requests();
        assertThat(told)
                .extracting(request -> request.getHeader("Uplift-Event"))
                .containsExactly("answer-confirmed", "answer-amended", "case-opened");
        assertThat(json(told.get(2)).at("/case/desk").asString()).isEqualTo("service");
    }

    @Test
    void triesAgainAfterAnErrorWithTheSameDeliveryAndThenNoMore() {
        answers(500);
        company.say(1, "nps-bill", 3, "Unklar", after(1));

        tell(20);
        tell(21);
        answers(204);
        tell(60);
        tell(61);

        assertThat(requests()).hasSize(2);
        assertThat(requests())
                .extracting(request -> request.getHeader("Uplift-Delivery"))
                .containsOnly(requests().get(0).getHeader("Uplift-Delivery"));
        assertThat(state()).containsExactly("DELIVERED");
    }

    @Test
    void keepsTheOrderOfEachCustomerAndHoldsUpNoOther() {
        RECEIVER.stubFor(post("/hook")
                .withRequestBody(containing("zuerst"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(503)));
        var token = company.say(1, "nps-bill", 3, "zuerst", after(1));
        company.again(token, 3, "danach", "de", after(2));
        company.say(2, "nps-bill", 3, "jemand anders", after(3));

        tell(20);
        assertThat(comments()).containsExactlyInAnyOrder("zuerst", "jemand anders");
        RECEIVER.resetMappings();
        answers(200);
        tell(60);

        assertThat(comments()).endsWith("zuerst", "danach").hasSize(4);
    }

    @Test
    void givesUpAfterEightTriesGoesOnWithTheNextAndSendsAgainWhenAsked() {
        var dead = new DeadLetters(company.jdbc, settings(Map.of("crm", endpoint(RECEIVER.getPort()))));
        RECEIVER.stubFor(post("/hook")
                .withRequestBody(containing("zuerst"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(500)));
        var token = company.say(1, "nps-bill", 3, "zuerst", after(1));
        company.again(token, 3, "danach", "de", after(2));

        for (var hours = 0; hours < 10; hours++) {
            tell(20 + hours * 36_000L);
        }
        var given = dead.list(0);

        assertThat(given).hasSize(1);
        assertThat(given.get(0).reason()).isEqualTo("The receiver answered 500");
        assertThat(given.get(0).tries()).isEqualTo(8);
        assertThat(state()).containsExactly("DEAD", "DELIVERED");
        assertThat(requests()).hasSize(9);
        RECEIVER.resetMappings();
        answers(200);
        assertThat(dead.replay(given.get(0).id(), now)).isTrue();
        assertThat(dead.replay(given.get(0).id(), now)).isFalse();
        tell(400_000);
        assertThat(state()).containsExactly("DELIVERED", "DELIVERED");
        assertThat(dead.standings()).containsExactly(new DeadLetters.Standing("crm", 0, 2, 0, null));
    }

    @Test
    void doesNotFollowRedirects() {
        RECEIVER.stubFor(post("/hook").willReturn(aResponse().withStatus(307).withHeader("Location", "/elsewhere")));
        company.say(1, "nps-bill", 3, "Unklar", after(1));

        tell(20);

        RECEIVER.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
        assertThat(reason()).isEqualTo("The receiver answered 307; redirects are not followed");
    }

    @Test
    void doesNotLetASilentEndpointHoldUpOthers() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            outbox = outbox(Map.of("a-silent", endpoint(silent.getLocalPort()), "crm", endpoint(RECEIVER.getPort())));
            outbox.tell(START);
            for (var customer = 1; customer <= 10; customer++) {
                company.say(customer, "nps-bill", 3, "Unklar", after(customer));
            }

            now = after(20);
            outbox.tell(now);
            while (requests().size() < 10) {
                LockSupport.parkNanos(5_000_000);
            }

            assertThat(company.jdbc
                            .sql(
                                    "select count(*) from outbox.delivery where endpoint = 'a-silent' and state = 'WAITING'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(10);
        }
        outbox.await();
    }

    @Test
    void tellsEachOnceHoweverManyNodesListen() throws Exception {
        var other = outbox(Map.of("crm", endpoint(RECEIVER.getPort())));
        for (var customer = 1; customer <= 40; customer++) {
            company.say(customer, "nps-bill", 3, "Unklar", after(1));
        }
        now = after(20);
        var pool = Executors.newFixedThreadPool(2);

        for (var work : pool.invokeAll(List.of(() -> outbox.tell(now), () -> other.tell(now)))) {
            work.get();
        }
        outbox.await();
        other.await();
        pool.shutdown();
        other.destroy();

        assertThat(requests())
                .extracting(request -> request.getHeader("Uplift-Delivery"))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotTellWhatWasErasedInBetween() {
        answers(500);
        company.say(1, "nps-bill", 3, "Unklar", after(1));
        tell(20);

        company.jdbc.sql("delete from survey.response_event").update();
        tell(60);

        assertThat(requests()).hasSize(1);
        assertThat(state()).containsExactly("GONE");
    }

    @Test
    void tellsANewEndpointOnlyWhatHappensFromThenOn() {
        company.say(1, "nps-bill", 3, "vorher", START.minusSeconds(1));
        company.say(1, "nps-bill", 3, "nachher", after(1));

        tell(20);

        assertThat(comments()).containsExactly("nachher");
    }

    @Test
    void waitsLongerAfterEachTryButNoMoreThanADayInAll() {
        var least = Duration.ZERO;
        var most = Duration.ZERO;
        for (var tries = 1; tries < Queue.MOST_TRIES; tries++) {
            least = least.plus(Queue.pause(tries, 0));
            most = most.plus(Queue.pause(tries, 1));
        }

        assertThat(Queue.pause(1, .5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Queue.pause(2, .5)).isEqualTo(Duration.ofMinutes(2));
        assertThat(least).isGreaterThan(Duration.ofHours(12));
        assertThat(most).isLessThan(Duration.ofHours(24));
    }

    private void tell(long seconds) {
        now = after(seconds);
        outbox.tell(now);
        outbox.await();
    }

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    private void answers(int status) {
        RECEIVER.stubFor(post("/hook").atPriority(5).willReturn(aResponse().withStatus(status)));
    }

    private static List<LoggedRequest> requests() {
        return RECEIVER.findAll(postRequestedFor(urlEqualTo("/hook")));
    }

    private static LoggedRequest only() {
        assertThat(requests()).hasSize(1);
        return requests().get(0);
    }

    private static List<String> comments() {
        return requests().stream()
                .map(request -> json(request).at("/answer/comment").asString())
                .toList();
    }

    private static JsonNode json(LoggedRequest request) {
        return JsonMapper.shared().readTree(request.getBodyAsString());
    }

    private List<String> state() {
        return company.jdbc
                .sql("select state from outbox.delivery order by id")
                .query(String.class)
                .list();
    }

    private String reason() {
        return company.jdbc
                .sql("select reason from outbox.delivery")
                .query(String.class)
                .single();
    }

    /** As a receiver would reckon it. */
    private static String signature(Instant at, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signed = (at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(signed));
    }

    private Outbox outbox(Map<String, Endpoint> endpoints) {
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

    private static WebhookSettings settings(Map<String, Endpoint> endpoints) {
        return new WebhookSettings(endpoints);
    }

    private static Endpoint endpoint(int port) {
        return new Endpoint(URI.create("http://localhost:" + port + "/hook"), SECRET, List.of(), true);
    }
}
