package dev.uplift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole product against a Twilio that fails in every way; nobody gets anything twice. */
class UnknownSmsTests extends SmsJourney {

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
        answers("201");
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

        answers("201");
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
}
