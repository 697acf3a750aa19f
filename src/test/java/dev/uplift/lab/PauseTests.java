package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody says stop while everything runs at full speed. */
@Tag("lab")
class PauseTests {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration WATCHED = Duration.ofSeconds(3);
    private static final Duration RETRY = Duration.ofMinutes(10);
    private static final int CANCELS = 3;

    private static final String LATER = """
              - send: saving-tips
                after: 7d
            """;

    @Test
    @Row(
            id = "P1",
            what = "a campaign at full speed on two nodes is paused: no message later than 2 s after the answer")
    void stopsWhenPaused(Findings findings) {
        var random = new Random(1);
        findings.seed(1);
        try (var world = World.open()) {
            var campaign = world.mails(Lab.PAUSED);
            var nodes = List.of(world.node(), world.node());
            campaign.define(nodes.get(0).api());
            var late = new ArrayList<Duration>();
            try (var sums = new Sums(world, campaign, campaign.size())) {
                campaign.launch(nodes.get(0).api());
                for (var number = 0; number < Lab.PAUSES; number++) {
                    var api = nodes.get(number % 2).api();
                    run(world, random);
                    late.add(lateness(world, campaign, "pause", api, findings));
                    tell(campaign, "resume", api);
                }
                findings.require(Invariants.after(world, campaign, 0));
                findings.note(sums.toString());
                assertThat(sums.violations()).isEmpty();
            }
            check(late, Lab.PAUSES, findings);
        }
    }

    @Test
    @Row(
            id = "P2",
            what = "a campaign with retries and a later step is cancelled: no message later, the sums stay right")
    void stopsWhenCancelled(Findings findings) {
        var random = new Random(1);
        findings.seed(1);
        try (var world = World.open()) {
            var api = world.node().api();
            var campaign = world.mails(Lab.PAUSED / 5);
            campaign.define(api);
            var late = new ArrayList<Duration>();
            for (var number = 1; number <= CANCELS; number++) {
                campaign = campaign.again();
                late.add(cancelled(world, campaign, RETRY.multipliedBy(number), random, findings));
            }
            check(late, CANCELS, findings);
        }
    }

    /** Greylisted mails are tried again in the middle of it, by a clock that jumps. */
    private static Duration cancelled(
            World world, Campaign campaign, Duration later, Random random, Findings findings) {
        var api = new Api(world.publicUrl());
        var before = world.journal().size();
        world.mail().behave(greylisting(ConcurrentHashMap.newKeySet()));
        api.put("/api/campaigns/" + campaign.key(), campaign.definition() + LATER);
        try (var sums = new Sums(world, campaign, 2L * campaign.size())) {
            campaign.launch(api);
            world.awaitSent(before + campaign.size() / 4);
            world.shiftClocks(later);
            world.awaitSent(before + campaign.size() / 2);
            run(world, random);
            var late = lateness(world, campaign, "cancel", api, findings);
            Threads.await("the rest to be cancelled", Duration.ofSeconds(30), () -> over(world, campaign));
            findings.run();
            findings.note(world.ledger().states(campaign) + ", " + sums);
            assertThat(sums.violations()).isEmpty();
            return late;
        }
    }

    /** A while at full speed. */
    private static void run(World world, Random random) {
        world.awaitSent(world.journal().size() + 100);
        Threads.pause(Duration.ofMillis(random.nextInt(800)));
    }

    /** Says stop; gives how long after the answer a message was still taken. */
    private static Duration lateness(World world, Campaign campaign, String stop, Api api, Findings findings) {
        var asked = Instant.now();
        tell(campaign, stop, api);
        var answered = Instant.now();
        Threads.pause(WATCHED);
        findings.note("%s: answered after %d ms, last message %d ms after the request"
                .formatted(
                        stop,
                        Duration.between(asked, answered).toMillis(),
                        after(asked, world).toMillis()));
        return after(answered, world);
    }

    /** How long after this instant the last message was taken. */
    private static Duration after(Instant stop, World world) {
        return world.journal().entries().stream()
                .map(Journal.Entry::at)
                .filter(stop::isBefore)
                .max(Instant::compareTo)
                .map(last -> Duration.between(stop, last))
                .orElse(Duration.ZERO);
    }

    private static void tell(Campaign campaign, String what, Api api) {
        api.post("/api/campaigns/" + campaign.key() + "/" + what, "");
    }

    private static boolean over(World world, Campaign campaign) {
        return Set.of("ACCEPTED", "CANCELLED")
                .containsAll(world.ledger().states(campaign).keySet());
    }

    /** Every tenth address is told to come again later. */
    private static SmtpSink.Manner greylisting(Set<String> known) {
        return (verb, recipient) -> verb.equals("RCPT") && Campaign.number(recipient) % 10 == 3 && known.add(recipient)
                ? "451 4.7.1 greylisted, come again"
                : null;
    }

    private static void check(List<Duration> late, int times, Findings findings) {
        findings.note("last message after the answer, in ms: "
                + late.stream().map(after -> String.valueOf(after.toMillis())).collect(Collectors.joining(" ")));
        assertThat(late).hasSize(times).allSatisfy(after -> assertThat(after).isLessThanOrEqualTo(SOON));
    }
}
