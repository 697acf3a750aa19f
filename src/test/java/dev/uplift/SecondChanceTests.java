package dev.uplift;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;

/** What people and monitors do over HTTP when a send did not go well. */
class SecondChanceTests extends SmsJourney {

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
        answers("201");
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
        var settled = submit(list + "/" + send + "/settle", "arrived=true&evidence=She+called");

        assertThat(settled.isError()).isFalse();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(page(list)).doesNotContain(send);
        assertThat(jdbc.sql("select action from identity.audit where subject like :subject")
                        .param("subject", send + "%")
                        .query(String.class)
                        .list())
                .containsExactly("send.arrived");
    }

    @Test
    void triesAgainOverTheApiWhatFailedForACauseThatIsMended() {
        sendWith("401");
        assertThat(state()).isEqualTo("REJECTED");
        assertThat(get("/api/campaigns/" + campaign).at("/state").asString()).isEqualTo("PAUSED");

        answers("201");
        var retried = answer("/api/campaigns/" + campaign + "/retry-failed");
        post("/api/campaigns/" + campaign + "/resume", "");
        send(2);

        assertThat(retried.at("/retried").asInt()).isEqualTo(1);
        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(answer("/api/campaigns/" + campaign + "/retry-failed")
                        .at("/retried")
                        .asInt())
                .isZero();
        assertThat(twilio.posts()).hasSize(2);
    }

    @Test
    void triesAgainFromThePageWhatFailed() {
        sendWith("401");
        var button = "/campaigns/" + campaign + "/retry-failed";
        assertThat(page("/campaigns/" + campaign)).contains(button);

        answers("201");
        assertThat(submit(button, "").isError()).isFalse();
        submit("/campaigns/" + campaign + "/resume", "");
        send(2);

        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(page("/campaigns/" + campaign)).doesNotContain(button);
    }

    @Test
    void sendsToTheRestFromThePageAndOverTheApi() {
        sendWith("429");
        post("/api/campaigns/" + campaign + "/cancel", "");
        stages.wakeDue(clock.instant());
        assertThat(state()).isEqualTo("CANCELLED");
        var button = "/campaigns/" + campaign + "/send-rest";
        assertThat(page("/campaigns/" + campaign)).contains(button);

        answers("201");
        assertThat(submit(button, "").isError()).isFalse();
        send(2);

        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(answer("/api/campaigns/" + campaign + "/send-rest")
                        .at("/retried")
                        .asInt())
                .isZero();
    }

    @Test
    void tellsMonitorsWhichCampaignIsStuckAndThatTheProcessIsAlive() {
        sendWith("429");
        assertThat(get("/actuator/health").at("/status").asString()).isEqualTo("UP");
        jdbc.sql("""
                insert into delivery.watch (run_id, waiting, moved_at, stuck)
                select run_id, 1, :now, true from delivery.send""").param("now", Timestamp.from(TUESDAY_NOON)).update();

        var health = get("/actuator/health");
        var strangers = healthForAnybody("");

        assertThat(health.at("/status").asString()).isEqualTo("DEGRADED");
        assertThat(health.at("/components/sending/details/stuck/0").asString()).isEqualTo(campaign);
        assertThat(strangers.at("/status").asString()).isEqualTo("DEGRADED");
        assertThat(strangers.toString()).doesNotContain(campaign);
        assertThat(healthForAnybody("/liveness").at("/status").asString()).isEqualTo("UP");
    }

    private JsonNode healthForAnybody(String group) {
        var health = anybody().get().uri("/actuator/health" + group);
        return Objects.requireNonNull(health.retrieve().body(JsonNode.class));
    }
}
