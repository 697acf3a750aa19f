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
    void givesADomainThatNeverAnsweredATenthOfTheConnections() {
        assertThat(entered("new.example", 10)).isEqualTo(1);
        assertThat(new Domains(5, now::get).enter(to("new.example"))).isTrue();
    }

    @Test
    void givesADomainThatAnswersAllConnectionsWhileItIsTheOnlyOne() {
        answer("fast.example", 5);

        assertThat(entered("fast.example", 32)).isEqualTo(32);
        assertThat(started("fast.example", 32)).isEqualTo(32);
    }

    @Test
    void leavesAQuarterOfTheConnectionsToOthersAndOneMoreMayWaitForEachOfTheRest() {
        answer("fast.example", 5);
        answer("other.example", 5);

        assertThat(entered("fast.example", 32)).isEqualTo(24);
        assertThat(started("fast.example", 24)).isEqualTo(12);
        assertThat(entered("other.example", 8)).isEqualTo(8);
        assertThat(started("other.example", 8)).isEqualTo(8);
    }

    @Test
    void trustsADomainNoMoreOnceItIsSilentForLongerThanUsual() {
        answer("fast.example", 5);
        answer("turning.example", 5);
        assertThat(entered("turning.example", 4)).isEqualTo(4);
        assertThat(started("turning.example", 2)).isEqualTo(2);

        now.addAndGet(Duration.ofMillis(240).toNanos());
        assertThat(domains.late(to("turning.example"))).isFalse();
        assertThat(started("turning.example", 1)).isEqualTo(1);

        now.addAndGet(Duration.ofMillis(20).toNanos());
        assertThat(domains.late(to("turning.example"))).isTrue();
        assertThat(entered("turning.example", 1)).isZero();
        assertThat(started("turning.example", 1)).isZero();
        assertThat(domains.late(to("fast.example"))).isFalse();
    }

    @Test
    void trustsADomainNoMoreWhoseAnswersAreLateThoughTheyFollowClosely() {
        answer("fast.example", 5);
        answer("turning.example", 5);
        assertThat(entered("turning.example", 4)).isEqualTo(4);
        assertThat(started("turning.example", 4)).isEqualTo(4);
        for (var left = 3; left > 0; left--) {
            now.addAndGet(Duration.ofMillis(200).toNanos());
            domains.answered(to("turning.example"), Duration.ofSeconds(1));

            assertThat(entered("turning.example", 1)).isZero();
        }
    }

    @Test
    void trustsADomainAgainThatAnswersPromptlyAgain() {
        answer("fast.example", 5);
        answer("turning.example", 1_000);
        assertThat(entered("turning.example", 2)).isEqualTo(1);
        started("turning.example", 1);
        domains.answered(to("turning.example"), Duration.ofMillis(5));

        assertThat(entered("turning.example", 2)).isEqualTo(2);
    }

    @Test
    void doesNotBlameADomainForTheTimeItsMessagesWaitForTheirMarks() {
        answer("fast.example", 5);
        answer("other.example", 5);
        assertThat(entered("fast.example", 2)).isEqualTo(2);

        now.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(domains.late(to("fast.example"))).isFalse();
        assertThat(entered("fast.example", 2)).isEqualTo(2);
    }

    @Test
    void sendsNothingMoreToADomainThatKeepsEverythingWaiting() {
        answer("slow.example", 5);
        assertThat(entered("slow.example", 2)).isEqualTo(2);
        assertThat(started("slow.example", 1)).isEqualTo(1);

        now.addAndGet(Duration.ofSeconds(4).toNanos());

        assertThat(entered("slow.example", 1)).isZero();
        domains.leave(to("slow.example"));
        domains.answered(to("slow.example"), Duration.ofSeconds(4));
        assertThat(entered("slow.example", 2)).isEqualTo(1);
    }

    @Test
    void sendsNothingMoreToADomainThatJustAskedUsToSlowDown() {
        assertThat(entered("slow.example", 1)).isEqualTo(1);
        assertThat(started("slow.example", 1)).isEqualTo(1);
        domains.rest(to("slow.example"));
        domains.answered(to("slow.example"), Duration.ofMillis(5));

        assertThat(entered("slow.example", 1)).isZero();
        assertThat(entered("other.example", 1)).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(entered("slow.example", 1)).isEqualTo(1);
    }

    @Test
    void startsWhatIsMarkedForARestingDomainOneByOne() {
        answer("slow.example", 5);
        assertThat(entered("slow.example", 2)).isEqualTo(2);
        domains.rest(to("slow.example"));

        assertThat(started("slow.example", 2)).isEqualTo(1);
        domains.answered(to("slow.example"), Duration.ofMillis(5));
        assertThat(started("slow.example", 1)).isEqualTo(1);
    }

    @Test
    void callsAnAnswerLateThatTakesFourTimesAsLongAsUsual() {
        IntStream.range(0, 100).forEach(n -> answer("fast.example", 200));

        answer("fast.example", 700);
        assertThat(domains.late(to("fast.example"))).isFalse();
        answer("fast.example", 1_100);
        assertThat(domains.late(to("fast.example"))).isTrue();
    }

    @Test
    void letsOthersPassThatWaitBehindADomainWithItsShareOfConnections() {
        var line = new Line(domains);
        answer("fast.example", 5);
        answer("slow.example", 5);
        entered("slow.example", 13);
        IntStream.range(0, 13).forEach(n -> line.add(waiting("slow.example")));
        entered("fast.example", 1);
        line.add(waiting("fast.example"));
        IntStream.range(0, 12).forEach(n -> assertThat(nextOf(line)).isEqualTo("slow.example"));

        assertThat(nextOf(line)).isEqualTo("fast.example");
        assertThat(line.next()).isEmpty();
        domains.answered(to("slow.example"), Duration.ofMillis(5));
        assertThat(nextOf(line)).isEqualTo("slow.example");
    }

    private void answer(String domain, int millis) {
        assertThat(entered(domain, 1)).isEqualTo(1);
        assertThat(started(domain, 1)).isEqualTo(1);
        domains.answered(to(domain), Duration.ofMillis(millis));
    }

    private static Line.Waiting waiting(String domain) {
        return new Line.Waiting(to(domain), 1, new Clearance(() -> true));
    }

    private static String nextOf(Line line) {
        return Domain.of(line.next().orElseThrow().message());
    }

    private long started(String domain, int messages) {
        return IntStream.range(0, messages)
                .filter(n -> domains.start(to(domain)))
                .count();
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
