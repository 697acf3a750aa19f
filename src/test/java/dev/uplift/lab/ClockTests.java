package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Clocks that jump, starts that are missed, and starts that come twice; calendars are in ContactPolicyTests. */
@Tag("lab")
class ClockTests {

    @Test
    @Row(
            id = "C1",
            what = "the clock jumps two hours on, back, and differs from the database's: nothing twice, nobody rescued")
    void standsAJumpingClock(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE);
            world.mail().behave(Relays.takingMillis(100));
            world.begin(campaign);
            world.node();
            for (var offset : new Duration[] {
                Duration.ofHours(2),
                Duration.ofHours(-2),
                Duration.ofMinutes(10),
                Duration.ofMinutes(-10),
                Duration.ZERO
            }) {
                world.shiftClocks(offset);
                Threads.pause(Duration.ofSeconds(3));
            }
            findings.note(world.journal().size() + " mails by the end of the jumps");
            // what was put off by a clock that was ahead is due when the others have come as far
            world.passTime(campaign, Duration.ofMinutes(30));
            findings.require(Invariants.after(world, campaign, 0));
        }
    }

    @Test
    @Row(id = "C2", what = "nobody ran when the campaign was to start: later than 30 minutes it waits for a person")
    void holdsAMissedStart(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(50);
            var node = world.node();
            campaign.launchInAnHour(node.api());
            node.kill();
            world.shiftClocks(Duration.ofHours(3));
            var late = world.node().api();
            Threads.await(
                    "the campaign to be held",
                    Duration.ofSeconds(30),
                    () -> campaign.state(late).equals("PAUSED"));
            Threads.pause(Duration.ofSeconds(3));
            assertThat(world.journal().size()).isZero();

            late.post("/api/campaigns/" + campaign.key() + "/resume", "");
            findings.require(Invariants.after(world, campaign, 0));
        }
    }

    @Test
    @Row(id = "C3", what = "20 threads launch the same campaign on two nodes: one run, one plan")
    void runsOnceHoweverOftenItIsLaunched(Findings findings) throws InterruptedException {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE / 4);
            var nodes = new Node[] {world.node(), world.node()};
            campaign.define(nodes[0].api());
            var answers = launches(campaign, nodes);
            findings.note("%d of 20 launches were accepted".formatted(answers));

            findings.require(Invariants.after(world, campaign, 0));
            assertThat(answers).isPositive();
            assertThat(world.ledger().runs(campaign)).hasSize(1);
        }
    }

    /** Gives how many were accepted; a refusal has to be a clear one. */
    private static int launches(Campaign campaign, Node... nodes) throws InterruptedException {
        var accepted = new AtomicInteger();
        var failures = new ConcurrentLinkedQueue<RestClientException>();
        var done = new CountDownLatch(20);
        for (var number = 0; number < 20; number++) {
            var api = nodes[number % nodes.length].api();
            Threads.daemon("launch", () -> {
                try {
                    campaign.launch(api);
                    accepted.incrementAndGet();
                } catch (RestClientResponseException e) {
                    if (!e.getStatusCode().is4xxClientError()) {
                        failures.add(e);
                    }
                } catch (RestClientException e) {
                    failures.add(e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        assertThat(failures).isEmpty();
        return accepted.get();
    }
}
