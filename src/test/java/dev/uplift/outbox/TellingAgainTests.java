package dev.uplift.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What happens when the other system does not take what it is told. */
class TellingAgainTests extends Receiver {

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
}
