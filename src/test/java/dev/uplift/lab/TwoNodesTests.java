package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes share one large campaign and one relay's limit, and one of them dies in the middle. */
@Tag("lab")
class TwoNodesTests {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Quartz' name of the node that plans, listens and settles for all. */
    private static final String TENDING = "select instance_name::int from qrtz_fired_triggers limit 1";

    @ParameterizedTest(name = "tends: {0}")
    @ValueSource(booleans = {true, false})
    @Row(id = "L5", what = "two nodes share a campaign and a relay's limit, one is killed: nothing twice, nothing lost")
    void shareACampaignOfWhichOneDies(boolean tends, Findings findings) {
        var random = new Random(tends ? 1 : 2);
        findings.seed(tends ? 1 : 2);
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SHARED);
            world.mail().behave(Relays.takingMillis(30));
            var nodes = List.of(world.node(settings(0)), world.node(settings(1)));
            campaign.define(nodes.get(1).api());
            campaign.launch(nodes.get(1).api());
            awaitSent(world, (int) (campaign.size() * (0.3 + 0.4 * random.nextDouble())));
            Threads.pause(Duration.ofMillis(random.nextInt(500)));
            nodes.get(victim(world, tends)).kill();
            world.killed();
            var sent = world.journal().size();
            world.awaitEnd(campaign, LONGEST);

            var verdict = Invariants.after(world, campaign);
            findings.note("%s node killed after %d of %d mails: %d unknown; %s"
                    .formatted(tends ? "tending" : "other", sent, campaign.size(), verdict.unknown(), pace(world)));
            findings.require(verdict);
            assertThat(world.ledger().states(campaign)).containsOnlyKeys(states(verdict));
            assertThat(world.journal().most(SECOND)).isLessThanOrEqualTo(Lab.CAP);
        }
    }

    private static String[] settings(int node) {
        return new String[] {
            "spring.quartz.properties.org.quartz.scheduler.instanceId=" + node,
            "uplift.sending.service-mail-at-least-once=false",
            "uplift.mail.relays[0].rate=" + Lab.CAP
        };
    }

    private static void awaitSent(World world, int number) {
        Threads.await(number + " mails", LONGEST, () -> world.journal().size() >= number);
    }

    private static int victim(World world, boolean tends) {
        Threads.await(
                "a node to tend", Duration.ofSeconds(30), () -> tending(world).isPresent());
        var tending = tending(world).orElseThrow();
        return tends ? tending : 1 - tending;
    }

    private static Optional<Integer> tending(World world) {
        return world.ledger().jdbc().sql(TENDING).query(Integer.class).optional();
    }

    private static String[] states(Verdict verdict) {
        return verdict.unknown() > 0 ? new String[] {"ACCEPTED", "UNKNOWN"} : new String[] {"ACCEPTED"};
    }

    private static String pace(World world) {
        var times = world.journal().entries().stream()
                .map(Journal.Entry::at)
                .sorted()
                .toList();
        var took = Duration.between(times.get(0), times.get(times.size() - 1));
        return "%.0f/s, at most %d within a second of %d allowed, longest silence %d ms"
                .formatted(
                        times.size() * 1000.0 / took.toMillis(),
                        world.journal().most(SECOND),
                        Lab.CAP,
                        silence(times).toMillis());
    }

    private static Duration silence(List<Instant> times) {
        return IntStream.range(1, times.size())
                .mapToObj(number -> Duration.between(times.get(number - 1), times.get(number)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
