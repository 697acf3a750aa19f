package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.consent.TestConsents;
import dev.uplift.message.Body;
import dev.uplift.message.Message;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomesTests {

    private static final int MESSAGES = 20_000;

    private final LedgerFixture ledger = new LedgerFixture();
    private final Outcomes outcomes = new Outcomes(
            ledger.settlement,
            new BadAddresses(TestSecrets.secrets(), TestConsents.in(ledger.jdbc), ledger.detours),
            new PolicyStop(ledger.campaigns),
            ledger.paces);

    @Test
    void losesNoOutcomeHoweverManyComeAtOnce() throws InterruptedException {
        var hands = Executors.newFixedThreadPool(8);
        IntStream.range(0, MESSAGES).forEach(n -> hands.execute(() -> outcomes.add(tried())));
        hands.shutdown();

        var heard = new ArrayList<Try>();
        for (var next = outcomes.hear();
                heard.size() < MESSAGES && !next.tries().isEmpty();
                next = outcomes.hear()) {
            heard.addAll(next.tries());
            outcomes.record(List.of(), NOW);
        }

        assertThat(hands.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).hasSize(MESSAGES).doesNotHaveDuplicates();
    }

    @Test
    void keepsWhatCouldNotBeRecorded() {
        outcomes.add(tried());

        var first = outcomes.hear();

        assertThat(outcomes.hear().tries()).isEqualTo(first.tries());
        outcomes.record(first.tries(), NOW);
        assertThat(outcomes.hear().tries()).isEmpty();
    }

    private static Try tried() {
        var message = new Message(Medium.EMAIL, "Subject", Body.of("<p>Body</p>"), "Body", "de", "hash");
        var outbound = new Outbound(
                new SendId(UUID.randomUUID()),
                1,
                "anna@kunden.example",
                message,
                Purpose.SERVICE,
                "http://localhost/u/x",
                "bills");
        return new Try(1, outbound, new SendResult.Accepted("relay", null, "250 ok"), NOW, NOW);
    }
}
