package dev.uplift;

import dev.uplift.delivery.Stages;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.UpliftClock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The whole product with real parts, driven over HTTP, on a Tuesday at noon. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"uplift.demo=false", "uplift.api-key=journey-key", "uplift.admin-password=journey-password"})
abstract class Journey {

    static final Instant TUESDAY_NOON = Instant.parse("2026-06-09T10:00:00Z");

    private static final AtomicInteger CAMPAIGNS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UpliftClock clock;

    @Autowired
    Stages stages;

    /** A name of its own for each test, since a campaign's versions never change. */
    final String campaign = "journey-" + CAMPAIGNS.incrementAndGet();

    @BeforeEach
    void stopTheClock() {
        clock.simulate(TUESDAY_NOON);
        TestDatabase.emptyExceptAccounts(jdbc);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    void define(String yaml) {
        define(campaign, yaml);
    }

    void define(String key, String yaml) {
        call("PUT", "/api/campaigns/" + key, MediaType.TEXT_PLAIN, yaml);
    }

    void launch() {
        post("/api/campaigns/" + campaign + "/launch", "");
    }

    JsonNode get(String path) {
        return Objects.requireNonNull(api().get().uri(path).retrieve().body(JsonNode.class));
    }

    JsonNode answer(String path) {
        return Objects.requireNonNull(api().post().uri(path).retrieve().body(JsonNode.class));
    }

    JsonNode plan(String query) {
        return answer("/api/campaigns/" + campaign + "/plan" + query);
    }

    JsonNode simulate(String address, String world) {
        return Objects.requireNonNull(anybody()
                .post()
                .uri(address + "/simulate")
                .header("Authorization", "Bearer journey-key")
                .body(world)
                .retrieve()
                .body(JsonNode.class));
    }

    String page(String path) {
        return Objects.requireNonNull(
                api().get().uri(path).accept(MediaType.TEXT_HTML).retrieve().body(String.class));
    }

    HttpStatusCode post(String path, String json) {
        return call("POST", path, MediaType.APPLICATION_JSON, json);
    }

    /** Sends a form as a page does. */
    HttpStatusCode submit(String path, String form) {
        return call("POST", path, MediaType.APPLICATION_FORM_URLENCODED, form);
    }

    private HttpStatusCode call(String method, String path, MediaType type, String body) {
        return api().method(HttpMethod.valueOf(method))
                .uri(path)
                .contentType(type)
                .body(body)
                .exchange((request, response) -> response.getStatusCode());
    }

    private RestClient api() {
        return anybody()
                .mutate()
                .defaultHeader("Authorization", "Bearer journey-key")
                .build();
    }

    /** A program without a key. */
    RestClient anybody() {
        return RestClient.create("http://localhost:" + port);
    }
}
