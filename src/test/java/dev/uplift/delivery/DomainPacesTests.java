package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.message.Body;
import dev.uplift.message.Message;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DomainPacesTests {

    private static final SendResult ACCEPTED = new SendResult.Accepted("relay", null, "250 ok");
    private static final SendResult SLOW_DOWN = new SendResult.Deferred("relay", "421 4.7.0", "slow down", true);

    private final LedgerFixture ledger = new LedgerFixture();
    private final Claims rated = claims(Map.of("slow.example.rate", 2.0));

    @Test
    void claimsOthersPastAQueueFullOfARatedDomain() {
        planned("slow.example", 300);
        var others = planned("fast.example", 3);

        assertThat(claim(rated, null, 256, NOW)).containsExactlyElementsOf(others);
    }

    @Test
    void holdsADomainToItsRateWhoeverAsks() {
        planned("slow.example", 10);
        claim(rated, null, 256, NOW);
        var another = claims(Map.of("slow.example.rate", 2.0));

        var stream = apart(another, NOW);
        var first = admitted(rated, stream, NOW);
        var second = admitted(another, stream, NOW);

        assertThat(stream.domain()).isEqualTo(new Domain("slow.example", 2));
        assertThat(first).hasSize(1);
        assertThat(second).isEmpty();
        assertThat(admitted(another, stream, NOW.plusSeconds(1))).hasSize(1);
    }

    @Test
    void takesAllThatWaitedApartWhenTheRateIsGone() {
        var sends = planned("slow.example", 10);
        claim(rated, null, 256, NOW);

        var stream = apart(ledger.claims, NOW);

        assertThat(claim(ledger.claims, stream, 256, NOW)).containsExactlyElementsOf(sends);
    }

    @Test
    void letsADomainRestThatAsksForItAndOthersGoOn() {
        var sends = planned("slow.example", 3);
        var others = planned("fast.example", 3);
        settle(sends.get(0), SLOW_DOWN, NOW);

        assertThat(claim(ledger.claims, null, 256, NOW)).containsExactlyElementsOf(others);
        assertThat(ledger.claims.due(NOW)).isEmpty();
        var rest = only(NOW);
        assertThat(rest.domain()).isEqualTo("slow.example");
        assertThat(rest.until()).isBetween(NOW.plusSeconds(30), NOW.plusSeconds(60));
        assertThat(ledger.claims.nextDue())
                .hasValueSatisfying(next -> assertThat(next).isAfter(NOW));
    }

    @Test
    void wakesADomainByOneMailAndThenMore() {
        settle(planned("slow.example", 1).get(0), SLOW_DOWN, NOW);
        var limits = List.of(new Domain("slow.example", 0).limit());
        var end = only(NOW).until();

        assertThat(ledger.pacer.room(limits, 100, end.minusSeconds(1))).isZero();
        assertThat(taken(limits, end)).isEqualTo(1);
        assertThat(taken(limits, end)).isZero();
        assertThat(taken(limits, end.plusSeconds(90))).isGreaterThan(10).isLessThan(100);
        assertThat(taken(limits, end.plusSeconds(100))).isEqualTo(100);
    }

    @Test
    void restsLongerWhenARestDidNotHelp() {
        var sends = planned("slow.example", 3);
        settle(sends.get(0), SLOW_DOWN, NOW);
        var first = only(NOW).until();

        settle(sends.get(1), SLOW_DOWN, first.plusSeconds(1));

        assertThat(only(first.plusSeconds(1)).times()).isEqualTo(2);
        assertThat(only(first.plusSeconds(1)).until()).isBetween(first.plusSeconds(61), first.plusSeconds(121));
        settle(sends.get(2), SLOW_DOWN, first.plus(Duration.ofHours(2)));
        assertThat(only(first.plus(Duration.ofHours(2))).times()).isEqualTo(1);
    }

    @Test
    void countsARefusalOnceHoweverManyWereOnTheirWay() {
        var sends = planned("slow.example", 3);
        settle(sends.get(0), SLOW_DOWN, NOW);
        var first = only(NOW);

        settle(sends.get(1), SLOW_DOWN, NOW.plusSeconds(2));
        ledger.paces.rest(
                List.of(tried(sends.get(2), SLOW_DOWN, NOW)), first.until().plusSeconds(1));

        assertThat(only(NOW.plusSeconds(2))).isEqualTo(first);
    }

    @Test
    void doesNotMakeAMessageWaitLongerEachTimeItsDomainIsSlow() {
        var send = planned("slow.example", 1).get(0);
        var now = NOW;
        for (int attempt = 0; attempt < 5; attempt++) {
            settle(send, SLOW_DOWN, now);
            assertThat(ledger.value(send, "state")).isEqualTo("DEFERRED");
            assertThat(due(send)).isBetween(now.plusSeconds(30), now.plusSeconds(60));
            now = now.plus(Duration.ofHours(2));
        }
    }

    @Test
    void slowsNoDomainForWhatIsAboutOneMessage() {
        var sends = planned("kunden.example", 2);

        settle(sends.get(0), new SendResult.Deferred("relay", "451 4.3.0", "later"), NOW);
        settle(sends.get(1), ACCEPTED, NOW);

        assertThat(ledger.paces.resting(NOW)).isEmpty();
    }

    @Test
    void knowsTheDomainOfASendThatIsPutBack() {
        var send = ledger.tried("anna", "service", "email", "UNKNOWN", 1);
        ledger.jdbc.sql("delete from delivery.due").update();

        ledger.requeue.again(send, 1, Again.RESEND, NOW);

        assertThat(ledger.jdbc
                        .sql("select domain from delivery.due")
                        .query(String.class)
                        .list())
                .containsExactly("kunden.example");
    }

    private List<SendId> planned(String domain, int sends) {
        return IntStream.range(0, sends)
                .mapToObj(n -> ledger.planned(ledger.customer(domain + n, domain), 1, "message", "service"))
                .toList();
    }

    private Claims claims(Map<String, Double> rates) {
        return new Claims(ledger.jdbc, ledger.few, ledger.paces(rates));
    }

    /** Claims of the queue of a domain, or of the common one for null. */
    private List<SendId> claim(Claims claims, @org.jspecify.annotations.Nullable Stream stream, int most, Instant now) {
        var common = ledger.claims.due(now).stream().filter(due -> due.domain() == null);
        return Optional.ofNullable(stream).or(common::findFirst).stream()
                .flatMap(due -> claims.claim(due, Place.START, ledger.worker.id(), now, most).stream())
                .map(Send::id)
                .toList();
    }

    private static Stream apart(Claims claims, Instant now) {
        return claims.due(now).stream()
                .filter(due -> due.domain() != null)
                .findFirst()
                .orElseThrow();
    }

    private java.util.Set<SendId> admitted(Claims claims, Stream stream, Instant now) {
        var limits = stream.limits(Optional.empty());
        return ledger.gate.admit(claim(claims, stream, 5, now), ledger.worker.id(), true, limits, now);
    }

    private int taken(List<Limit> limits, Instant now) {
        return ledger.few.run(() -> ledger.pacer.take(limits, 100, now));
    }

    private Rest only(Instant now) {
        var resting = ledger.paces.resting(now);
        assertThat(resting).hasSize(1);
        return resting.get(0);
    }

    private Instant due(SendId send) {
        return Objects.requireNonNull(ledger.jdbc
                        .sql("select not_before from delivery.due where send_id = :id")
                        .param("id", send.value())
                        .query(java.sql.Timestamp.class)
                        .single())
                .toInstant();
    }

    /** Sends it as it would be sent now, with this outcome. */
    private void settle(SendId send, SendResult result, Instant now) {
        ledger.jdbc
                .sql(
                        "update delivery.send set state = 'SENDING', attempt = attempt + 1, worker = :worker where id = :id")
                .param("worker", ledger.worker.id())
                .param("id", send.value())
                .update();
        ledger.jdbc
                .sql("update delivery.due set worker = :worker where send_id = :id")
                .param("worker", ledger.worker.id())
                .param("id", send.value())
                .update();
        var tries = List.of(tried(send, result, now));
        ledger.paces.rest(tries, now);
        ledger.settlement.settle(tries, now);
    }

    private Try tried(SendId send, SendResult result, Instant now) {
        var message = new Message(Medium.EMAIL, "Subject", Body.of("<p>Body</p>"), "Body", "de", "hash");
        var attempt = Integer.parseInt(ledger.value(send, "attempt"));
        var address = ledger.jdbc
                .sql(
                        "select c.email from audience.customer c join delivery.send s on s.customer_id = c.id where s.id = :id")
                .param("id", send.value())
                .query(String.class)
                .single();
        var outbound = new Outbound(send, attempt, address, message, Purpose.SERVICE, "http://localhost/u/x", "bills");
        return new Try(ledger.worker.id(), outbound, result, now, now);
    }
}
