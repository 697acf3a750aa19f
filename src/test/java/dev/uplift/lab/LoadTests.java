package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClientException;

/** Many messages, many webhooks, and a cap on both nodes together. */
@Tag("lab")
class LoadTests {

    private static final int CAP = 50;
    private static final int HOOKS_PER_SECOND = 200;

    @Test
    @Row(id = "L1", what = "a large campaign: 300 mails/s or more, the campaign's page within 500 ms (p95)")
    void keepsItsPaceAndStaysUsable(Findings findings) {
        var quiet = Quiet.measure();
        try (var world = World.open()) {
            var campaign = world.mails(Lab.LOAD);
            var node = world.begin(campaign);
            var millis = new ConcurrentLinkedQueue<Long>();
            while (!world.ledger().ended(campaign) && world.journal().size() < campaign.size()) {
                var began = System.nanoTime();
                node.api().get("/api/campaigns/" + campaign.key());
                millis.add((System.nanoTime() - began) / 1_000_000);
                Threads.pause(Duration.ofMillis(200));
            }
            var rate = world.journal().rate();
            findings.note("%d mails, %.0f/s, page p95 %d ms, heap %s"
                    .formatted(world.journal().size(), rate, percentile(millis, 95), Lab.HEAP));

            findings.require(Invariants.after(world, campaign, 0));
            quiet.require();
            assertThat(rate).isGreaterThan(300);
            assertThat(percentile(millis, 95)).isLessThan(500);
        }
    }

    @Test
    @Row(id = "L2", what = "two nodes share a cap of 50 messages/s: never more within any second")
    void keepsACapOverTwoNodes(Findings findings) {
        for (var channel : List.of("sms", "email")) {
            try (var world = World.open()) {
                var campaign = channel.equals("sms") ? world.texts(20 * CAP) : world.mails(20 * CAP);
                var caps = new String[] {"uplift.twilio.rate=" + CAP, "uplift.mail.relays[0].rate=" + CAP};
                world.node(caps);
                world.begin(campaign, caps);

                findings.require(Invariants.after(world, campaign, 0));
                var most = world.journal().most(Duration.ofSeconds(1));
                findings.note("%s: at most %d within a second, %.0f on average"
                        .formatted(channel, most, world.journal().rate()));
                assertThat(most).isLessThanOrEqualTo(CAP);
            }
        }
    }

    @Test
    @Row(id = "L3", what = "200 webhooks/s while sending: none lost, p99 below 250 ms")
    void takesWebhooksWhileSending(Findings findings) throws InterruptedException {
        var quiet = Quiet.measure();
        try (var world = World.open()) {
            var campaign = world.texts(HOOKS_PER_SECOND * Lab.HOOK_SECONDS / 2);
            var node = world.begin(campaign);
            world.awaitSent(HOOKS_PER_SECOND);
            var millis = new ConcurrentLinkedQueue<Long>();
            var failed = new AtomicInteger();
            var posted = pour(world, node, millis, failed);
            findings.note("%d webhooks, %d failed, p99 %d ms".formatted(posted, failed.get(), percentile(millis, 99)));

            findings.require(Invariants.after(world, campaign, 0));
            assertThat(failed).hasValue(0);
            assertThat(world.ledger()
                            .jdbc()
                            .sql("select count(*) from delivery.receipt")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(posted);
            quiet.require();
            assertThat(percentile(millis, 99)).isLessThan(250);
        }
    }

    /** Posts at a fixed rate, first that it was sent, then that it was delivered; gives how many. */
    private static int pour(World world, Node node, Queue<Long> millis, AtomicInteger failed)
            throws InterruptedException {
        var hands = Executors.newFixedThreadPool(32);
        var began = System.nanoTime();
        var number = 0;
        for (; number < HOOKS_PER_SECOND * Lab.HOOK_SECONDS; number++) {
            var pass = number;
            var due = began + number * 1_000_000_000L / HOOKS_PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            hands.execute(() -> post(world, node, pass, millis, failed));
        }
        hands.shutdown();
        assertThat(hands.awaitTermination(2L * Lab.HOOK_SECONDS + 60, TimeUnit.SECONDS))
                .isTrue();
        return number;
    }

    private static void post(World world, Node node, int number, Queue<Long> millis, AtomicInteger failed) {
        var entries = world.journal().entries();
        var send = entries.get(Math.min(number / 2, entries.size() - 1)).send();
        var began = System.nanoTime();
        try {
            Callbacks.post(world, node, send, number % 2 == 0 ? "sent" : "delivered");
        } catch (RestClientException e) {
            failed.incrementAndGet();
        }
        millis.add((System.nanoTime() - began) / 1_000_000);
    }

    private static long percentile(Queue<Long> millis, int percent) {
        var sorted = millis.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
