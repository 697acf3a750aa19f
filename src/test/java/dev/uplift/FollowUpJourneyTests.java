package dev.uplift;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import dev.uplift.followup.Replies;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** From an unhappy answer to an agent, by mail to the customer, and back; with real mail, over HTTP. */
class FollowUpJourneyTests extends Journey {

    private static final OutsideWorld world = new OutsideWorld();

    private static final Duration ASKED = Duration.ofDays(7);

    @Autowired
    private Replies replies;

    private StaffMember agent;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        world.open(settings);
        settings.add(
                "uplift.home", () -> "target/follow-" + ProcessHandle.current().pid());
    }

    @AfterAll
    static void closeTheWorld() {
        world.close();
    }

    @BeforeEach
    void beginAnew() throws FolderException {
        world.forget();
        agent = new StaffMember(port, "admin", "journey-password");
        post("/api/customers", BillCustomers.customers(1));
        post("/api/events", BillCustomers.bills(1));
    }

    @Test
    void bringsAnUnhappyAnswerToAnAgent() {
        var id = unhappy();
        answer("/api/cases/next");

        assertThat(state(id)).isEqualTo("WORKING");
        assertThat(get("/api/cases/" + id).at("/it/score").asInt()).isEqualTo(2);
        assertThat(post("/api/cases/" + id + "/close", "{\"outcome\": \"RESOLVED\"}")
                        .value())
                .isEqualTo(409);
        assertThat(post("/api/cases/" + id + "/contacts", "{\"channel\": \"call\", \"reached\": true}")
                        .value())
                .isEqualTo(200);
        assertThat(post("/api/cases/" + id + "/close", "{\"outcome\": \"RESOLVED\", \"rootCause\": \"unreachable\"}")
                        .value())
                .isEqualTo(200);
        assertThat(get("/api/cases")).isEmpty();
        assertThat(get("/api/cases/" + id).at("/events")).hasSize(4);
        assertThat(post("/api/cases/999/take", "").value()).isEqualTo(404);
        assertThat(post("/api/cases/" + id + "/contacts", "{\"channel\": \"fax\"}")
                        .value())
                .isEqualTo(422);
        assertThat(post("/api/cases/" + id + "/hand-over", "{\"why\": \"" + "x".repeat(2001) + "\"}")
                        .value())
                .isEqualTo(422);
    }

    @Test
    void takesTheAgentsMailThroughTheGateAndHearsTheReply() {
        var id = unhappy();
        var before = world.mails().size();
        write("Guten Tag,\n\nIhr Abschlag ist ${100 + 1} <b>Euro</b>.");
        stages.wakeDue(clock.instant());
        assertThat(world.mails()).hasSize(before);
        assertThat(state(id)).isEqualTo("WORKING");

        later(ASKED.plusSeconds(31));

        assertThat(world.mails()).hasSize(before + 1).last().asString().contains("${100 + 1} <b>Euro</b>");
        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(get("/api/cases/" + id).at("/it/firstContactAt").asString())
                .isEqualTo(TUESDAY_NOON.plus(ASKED).plusSeconds(31).toString());
        assertThat(agent.open("/cases/" + id).select("#history").text()).contains("${100 + 1} <b>Euro</b>");

        assertThat(replies.heard(
                        new CustomerId(
                                get("/api/cases/" + id).at("/it/customer").asLong()),
                        Medium.EMAIL,
                        "Danke",
                        "<1@kunden.example>",
                        clock.instant()))
                .isTrue();
        assertThat(state(id)).isEqualTo("WORKING");
    }

    @Test
    void showsTheAgentWhyAMailDidNotGoThatWasSuppressedInTheLastMoment() {
        var id = unhappy();
        var before = world.mails().size();
        write("Guten Tag");
        jdbc.sql(
                        "insert into consent.suppression select 'email', email_fp, 'BAD_ADDRESS', now() from audience.customer")
                .update();

        later(ASKED.plusSeconds(31));

        assertThat(world.mails()).hasSize(before);
        assertThat(state(id)).isEqualTo("WORKING");
        var events = get("/api/cases/" + id).at("/events");
        assertThat(events.get(events.size() - 1).at("/what").asString()).isEqualTo("REFUSED");
        assertThat(events.get(events.size() - 1).at("/text").asString()).isEqualTo("SUPPRESSED");
        var page = agent.open("/cases/" + id);
        assertThat(page.select(".sent").text()).contains("did not go or did not arrive: address blocked");
        assertThat(page.select("#email").text()).contains("Not possible by email: address blocked");
        assertThat(page.select("#email form")).isEmpty();
        assertThat(page.select("#sms form")).isNotEmpty();
    }

    @Test
    void asksTheCustomerAgainThreeWeeksLaterAndShowsBothAnswers() {
        var id = unhappy();
        var before = world.invitations().size();

        later(ASKED.plusDays(21).minusMinutes(1));
        assertThat(world.invitations()).hasSize(before);
        later(ASKED.plusDays(21).plusMinutes(1));
        assertThat(world.invitations()).hasSize(before + 1);
        new SurveyTaker().answer(world.invitations().get(before), 8, "Besser");
        later(ASKED.plusDays(21).plusMinutes(2));

        assertThat(get("/api/cases/" + id).at("/second/score").asInt()).isEqualTo(8);
        assertThat(agent.open("/cases/" + id).text()).contains("then 2, now 8");
        assertThat(get("/api/cases")).hasSize(1);
    }

    @Test
    void sendsOneTransactionalMessagePerKey() {
        var message = "{\"template\": \"reply-sorry\", \"customer\": \"C1\"}";
        var sent = transactional("key-1", message);
        var again = transactional("key-1", message);
        stages.wakeDue(clock.instant());

        assertThat(again.at("/id")).isEqualTo(sent.at("/id"));
        assertThat(world.mails()).hasSize(1);
        assertThat(get("/api/messages/" + sent.at("/id").asString())
                        .at("/state")
                        .asString())
                .isEqualTo("ACCEPTED");
        assertThat(sent.at("/channel").asString()).isEqualTo("email");
    }

    @Test
    void refusesTransactionalMessagesThatCannotBeWritten() {
        var unknown = transactional("key-1", "{\"template\": \"nothing\", \"customer\": \"nobody\"}");
        var incomplete = transactional("key-2", "{\"template\": \"instalment-explained\", \"customer\": \"C1\"}");
        post("/api/customers", "[{\"externalId\": \"N1\", \"email\": \"n1@kunden.example\"}]");
        var missing = transactional("key-3", "{\"template\": \"instalment-explained\", \"customer\": \"N1\"}");

        assertThat(unknown.at("/status").asInt()).isEqualTo(422);
        assertThat(unknown.at("/problems"))
                .extracting(problem -> problem.at("/where").asString())
                .containsExactly("template", "customer");
        assertThat(incomplete.at("/state").asString()).isEqualTo("PLANNED");
        assertThat(missing.at("/problems/0/what").asString()).contains("needs");
        assertThat(transactional("", "{}").at("/problems/0/where").asString()).isEqualTo("Idempotency-Key");
    }

    /** The case of an unhappy customer, a week after noon on Tuesday. */
    private long unhappy() {
        define(BillCustomers.DEFINITION.replace("hold-out: 30%", "hold-out: 0%"));
        launch();
        stages.wakeDue(clock.instant());
        later(ASKED);
        new SurveyTaker().answer(world.invitations().get(0), 2, "Niemand ruft zurück");
        // a wake-up from before the clock stood still may have listened up to today's real date
        jdbc.sql("delete from followup.listened").update();
        stages.wakeDue(clock.instant());
        return get("/api/cases").get(0).at("/id").asLong();
    }

    /** An agent takes the case and writes a mail. */
    private void write(String text) {
        var taken = agent.submit(agent.open("/cases"), "form[action=/cases/next]", Map.of());
        var begun = agent.submit(taken, "#email form", Map.of("template", "reply-sorry"));
        var sent = agent.submit(begun, "#email form", Map.of("subject", "Ihre Frage", "text", text));
        assertThat(sent.select(".sent").text()).contains("goes out in 30 seconds", "Undo");
    }

    private void later(Duration sinceNoon) {
        clock.simulate(TUESDAY_NOON.plus(sinceNoon));
        stages.wakeDue(clock.instant());
        stages.wakeDue(clock.instant());
    }

    private String state(long id) {
        return get("/api/cases/" + id).at("/it/state").asString();
    }

    private JsonNode transactional(String key, String message) {
        return Objects.requireNonNull(anybody()
                .post()
                .uri("/api/messages")
                .header("Authorization", "Bearer journey-key")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(message)
                .exchange((request, response) -> Objects.requireNonNull(response.bodyTo(JsonNode.class))));
    }
}
