package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.RestClientException;

/** A node dies between any two steps of a message's way, and the next one goes on. */
@Tag("lab")
class FailpointMatrixTests {

    private static final String WHAT = "kill between any two steps: nothing twice, nothing lost, campaign ends";
    private static final Duration DEATH = Duration.ofMinutes(1);
    private static final int KILLED = 137;
    private static final Pattern UNSUBSCRIBE = Pattern.compile("/u/[\\w-]{43}");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "plan.after, 1",
        "claim.after, 3",
        "mark.before, 5",
        "mark.after, 5",
        "send.before, 100",
        "smtp.data, 100",
        "smtp.before-dot, 100",
        "smtp.after-dot, 100",
        "settle.before, 5",
        "settle.after, 5"
    })
    @Row(id = "K1", what = WHAT)
    void goesOnAfterAKill(String place, int latest, Findings findings) {
        for (var seed = 1L; seed <= Lab.SEEDS; seed++) {
            findings.seed(seed);
            try (var world = World.open()) {
                var campaign = world.mails(Lab.SIZE / 2);
                world.mail().behave(Relays.takingMillis(10));
                die(world, campaign, place + ":" + (1 + new Random(seed).nextInt(latest)));
                world.node();
                findings.require(Invariants.after(world, campaign));
            }
        }
    }

    @Test
    @Tag("lab-short")
    @Row(id = "K1", what = WHAT)
    void goesOnAfterAKillBehindAFinalDot(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(100);
            die(world, campaign, "smtp.after-dot:40");
            world.node();
            findings.require(Invariants.after(world, campaign));
            assertThat(world.journal().size()).isBetween(100 - 2 * Lab.CONNECTIONS, 100);
        }
    }

    @Test
    @Row(id = "K1", what = WHAT)
    void goesOnAfterAKillDuringRecovery(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE / 2);
            die(world, campaign, "mark.after:3");
            assertThat(world.dying("recover.after").awaitExit(DEATH)).isEqualTo(KILLED);
            world.node();
            findings.require(Invariants.after(world, campaign));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"receipt.before, 40", "receipt.after, 40"})
    @Row(id = "K1", what = WHAT)
    void losesNoReceiptToAKill(String place, int pass, Findings findings) {
        try (var world = World.open()) {
            var campaign = world.texts(100);
            var node = world.dying(place + ":" + pass).awaitReady();
            campaign.define(node.api());
            campaign.launch(node.api());
            world.awaitSent(campaign.size());
            var sends = world.journal().counts().keySet();
            sends.forEach(send -> tried(node, () -> Callbacks.post(world, node, send, "delivered")));
            assertThat(node.awaitExit(DEATH)).isEqualTo(KILLED);

            var next = world.node();
            sends.forEach(send -> Callbacks.post(world, next, send, "delivered"));

            findings.require(Invariants.after(world, campaign, 0));
            Threads.await(
                    "all receipts to be applied",
                    Duration.ofSeconds(30),
                    () -> world.ledger().states(campaign).equals(Map.of("DELIVERED", 100L)));
        }
    }

    @Test
    @Tag("lab-short")
    @Row(id = "K1", what = WHAT)
    void keepsAWithdrawalThatWasCutOff(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(50);
            var node = world.dying("withdraw.after").awaitReady();
            campaign.define(node.api());
            campaign.launch(node.api());
            world.awaitSent(campaign.size());
            var mail = world.journal().firstTo(campaign.address(7));
            var link = UNSUBSCRIBE.matcher(mail.replace("=\n", ""));
            assertThat(link.find()).isTrue();

            tried(node, () -> node.api().submit(link.group(), Map.of("List-Unsubscribe", "One-Click")));
            assertThat(node.awaitExit(DEATH)).isEqualTo(KILLED);
            world.withdrawn(campaign.customer(7));
            Threads.pause(Duration.ofSeconds(3));
            var again = campaign.again();
            world.begin(again);

            findings.require(Invariants.after(world, again, 0));
            findings.require(Invariants.after(world, campaign));
            assertThat(world.ledger().leftOut(again)).isEqualTo(1);
        }
    }

    @Test
    @Row(id = "K1", what = WHAT)
    void finishesAMigrationThatWasCutOff(Findings findings) {
        try (var world = World.open()) {
            for (var pass : new int[] {1, 4, 3}) {
                assertThat(world.dying("migrate.after:" + pass).awaitExit(DEATH))
                        .isEqualTo(KILLED);
            }
            var campaign = world.mails(50);
            world.begin(campaign);
            findings.require(Invariants.after(world, campaign, 0));
        }
    }

    /** The node may pass its place before it has answered the launch. */
    private static void die(World world, Campaign campaign, String failpoint) {
        var node = world.dying(failpoint).awaitReady();
        campaign.define(node.api());
        tried(node, () -> campaign.launch(node.api()));
        assertThat(node.awaitExit(DEATH)).as("death at " + failpoint).isEqualTo(KILLED);
    }

    /** A request that the node's death may cut off. */
    private static void tried(Node node, Runnable request) {
        try {
            request.run();
        } catch (RestClientException e) {
            Threads.await("the node to die, since it does not answer", DEATH, () -> !node.alive());
        }
    }
}
