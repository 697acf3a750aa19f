package dev.uplift.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class OutboxTests extends Receiver {

    private static final String CASE = """
            with opened as (
                insert into followup.case (invitation_id, customer_id, desk, score, arm, lot, state, answered_at, opened_at,
                                           due_at)
                values (:invitation, 1, 'service', 3, 'follow-up', 1, 'NEW', :at, :at, :at)
                returning id)
            insert into followup.event (case_id, at, actor, what)
            select id, :at, 'uplift', 'OPENED' from opened""";

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
    void tellsNobodyWhoWasPromisedToStayUnknown() throws Exception {
        company.say(company.customer(1), "nps-bill", 3, "Unklar", after(10));
        company.jdbc
                .sql("update survey.response_event set mode = 'pseudonymous'")
                .update();

        tell(20);

        assertThat(json(only()).at("/answer/comment").asString()).isEqualTo("Unklar");
        assertThat(only().getBodyAsString()).doesNotContain("K-1");
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
}
