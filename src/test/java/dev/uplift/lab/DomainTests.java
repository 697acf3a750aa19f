package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Recipient domains that want less mail than we have for them. */
@Tag("lab")
class DomainTests {

    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int RATE = 20;

    @Test
    @Row(
            id = "S7",
            what = "a domain answers 421: it hears little, all others get their mail, and in the end it gets its own")
    void letsADomainRestThatAsksForIt(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE);
            var heard = new AtomicInteger();
            world.mail().behave((verb, recipient) -> {
                var slow = verb.equals("RCPT") && recipient.contains(".slow");
                return slow && heard.incrementAndGet() > 0 ? "421 4.7.0 slow down" : null;
            });
            world.begin(campaign);
            var slow = (int)
                    Relays.count(campaign, number -> campaign.address(number).contains(".slow"));
            world.awaitSent(campaign.size() - slow);
            findings.note("%d of %d mails to the slow domain were tried".formatted(heard.get(), slow));
            assertThat(heard.get()).isBetween(1, 2 * Lab.CONNECTIONS);

            world.mail().behave((verb, recipient) -> null);
            world.passTime(campaign, STEP);

            findings.require(Invariants.after(world, campaign, 0));
            assertThat(world.journal().size()).isEqualTo(campaign.size());
        }
    }

    @Test
    @Row(id = "S8", what = "a domain with a rate: two nodes together keep it in every second")
    void keepsTheRateOfADomainOverTwoNodes(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE / 2);
            var name = campaign.address(0).replaceFirst(".*@", "");
            var rate = "uplift.mail.domains." + name + ".rate=" + RATE;
            world.node(rate);
            world.begin(campaign, rate);

            findings.require(Invariants.after(world, campaign, 0));
            var most = world.journal()
                    .most(Duration.ofSeconds(1), entry -> entry.to().endsWith(name));
            findings.note("at most %d mails in any second, %d allowed".formatted(most, RATE));
            assertThat(most).isBetween(2, RATE);
        }
    }
}
