package dev.uplift.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Outbound;
import dev.uplift.message.Body;
import dev.uplift.message.Message;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DomainsTests {

    private final AtomicLong now = new AtomicLong();
    private final Domains domains = new Domains(16, now::get);

    @Test
    void givesADomainThatNeverAnsweredAFifthOfTheConnections() {
        assertThat(entered("slow.example", 10)).isEqualTo(3);
    }

    @Test
    void givesADomainThatAnswersAllConnectionsAndLeavesSomeToOthers() {
        assertThat(domains.enter(to("fast.example"))).isTrue();
        domains.leave(to("fast.example"), true);

        assertThat(entered("fast.example", 20)).isEqualTo(20);
        IntStream.range(0, 20).forEach(n -> domains.leave(to("fast.example"), true));
        assertThat(entered("other.example", 1)).isEqualTo(1);
        assertThat(entered("fast.example", 20)).isEqualTo(12);
    }

    @Test
    void sendsNothingMoreToADomainThatKeepsEverythingWaiting() {
        assertThat(entered("slow.example", 2)).isEqualTo(2);

        now.addAndGet(Duration.ofSeconds(4).toNanos());

        assertThat(entered("slow.example", 1)).isZero();
        domains.leave(to("slow.example"), false);
        assertThat(entered("slow.example", 1)).isEqualTo(1);
    }

    @Test
    void sendsNothingMoreToADomainThatJustAskedUsToSlowDown() {
        assertThat(entered("slow.example", 1)).isEqualTo(1);
        domains.rest(to("slow.example"));
        domains.leave(to("slow.example"), true);

        assertThat(entered("slow.example", 1)).isZero();
        assertThat(entered("other.example", 1)).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(entered("slow.example", 1)).isEqualTo(1);
    }

    @Test
    void callsAnAnswerLateThatTakesFourTimesAsLongAsUsual() {
        IntStream.range(0, 100).forEach(n -> domains.prompt(Duration.ofMillis(200)));

        assertThat(domains.prompt(Duration.ofMillis(700))).isTrue();
        assertThat(domains.prompt(Duration.ofMillis(1_100))).isFalse();
    }

    private long entered(String domain, int messages) {
        return IntStream.range(0, messages)
                .filter(n -> domains.enter(to(domain)))
                .count();
    }

    private static Outbound to(String domain) {
        var message = new Message(Medium.EMAIL, "Subject", Body.of("<p>Body</p>"), "Body", "de", "hash");
        var send = new SendId(UUID.randomUUID());
        return new Outbound(send, 1, "anna@" + domain, message, Purpose.SERVICE, "http://localhost/u/x", "bills");
    }
}
