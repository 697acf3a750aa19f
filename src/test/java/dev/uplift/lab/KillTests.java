package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes that are ended, killed or frozen while they send. */
@Tag("lab")
class KillTests {

    /** What an orchestrator waits for by default before it kills. */
    private static final Duration BUDGET = Duration.ofSeconds(30);

    @Test
    @Tag("lab-short")
    @Row(id = "K4", what = "SIGTERM under load: ends in time and leaves nothing unknown")
    void endsInGoodOrderUnderLoad(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(500);
            world.mail().behave(Relays.takingMillis(20));
            var node = world.begin(campaign);
            world.awaitSent(campaign.size() / 4);

            var exit = node.end(BUDGET);
            var states = world.ledger().states(campaign);
            findings.note("stopped after %d of %d".formatted(world.journal().size(), campaign.size()));
            world.node();

            findings.require(Invariants.after(world, campaign, 0));
            assertThat(exit).isZero();
            assertThat(states).doesNotContainKeys("CLAIMED", "SENDING", "UNKNOWN");
        }
    }

    @Test
    @Row(id = "K2", what = "kill -9 of one of two nodes at random moments, again and again")
    void losesNothingHoweverOftenANodeIsKilled(Findings findings) {
        for (var seed = 1L; seed <= Lab.SEEDS; seed++) {
            findings.seed(seed);
            killAtRandom(new Random(seed), Math.max(1, Lab.KILLS / Lab.SEEDS), findings);
        }
    }

    private static void killAtRandom(Random random, int kills, Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(600 * kills);
            world.mail().behave(Relays.takingMillis(200));
            var nodes = new Node[] {world.node(), world.node()};
            campaign.define(nodes[0].api());
            campaign.launch(nodes[0].api());
            while (world.kills() < kills && !world.ledger().ended(campaign)) {
                var victim = random.nextInt(nodes.length);
                nodes[victim].awaitReady();
                world.awaitSent(world.journal().size() + 1 + random.nextInt(4 * Lab.CONNECTIONS));
                nodes[victim].kill();
                world.killed();
                nodes[victim] = world.launch(Map.of());
            }
            findings.note("%d kills in %d mails".formatted(world.kills(), campaign.size()));
            findings.require(Invariants.after(world, campaign));
        }
    }

    @Test
    @Row(id = "K3", what = "SIGSTOP of one of two nodes, SIGCONT later: it sends nothing that the other has sent")
    void wakesUpAsAZombieWithoutHarm(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE);
            world.mail().behave(Relays.takingMillis(100));
            var frozen = world.begin(campaign);
            world.node();
            world.awaitSent(20);

            frozen.freeze();
            var before = world.journal().size();
            Threads.pause(Duration.ofSeconds(Lab.FREEZE_SECONDS));
            findings.note("%d mails while one of two nodes stood still"
                    .formatted(world.journal().size() - before));
            frozen.thaw();
            world.killed();

            findings.require(Invariants.after(world, campaign));
        }
    }
}
