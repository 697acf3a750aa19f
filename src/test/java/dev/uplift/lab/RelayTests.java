package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Relays that refuse, dawdle or break; each verdict by itself is in SmtpVerdictTests. */
@Tag("lab")
class RelayTests {

    private static final Duration STEP = Duration.ofMinutes(10);

    /** So slow that connections are what is scarce, on any machine. */
    private static final SmtpSink.Manner USUALLY = Relays.takingMillis(25);

    private static final SmtpSink.Manner SLOWLY = (verb, recipient) -> {
        Thread.sleep(verb.equals("RCPT") && slow(recipient) ? 1_000 : 0);
        return USUALLY.answer(verb, recipient);
    };

    private static final String DUE = """
            select d.not_before
              from delivery.due d
              join campaign.execution e on e.id = d.run_id
             where e.campaign_key = :key""";

    @Test
    @Row(id = "S1", what = "every mail is put off with 451: nobody is given up, retries are spread, all arrive")
    void outlastsAStormOfRefusals(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE);
            world.mail().behave(Relays.always("RCPT", "451 4.3.0 later"));
            world.begin(campaign);
            Threads.await(
                    "each mail to be put off",
                    Duration.ofMinutes(2),
                    () -> world.ledger().states(campaign).equals(Map.of("DEFERRED", (long) campaign.size())));
            var crowding = crowding(world, campaign);
            findings.note("retries: most per 10 s / mean = %.1f".formatted(crowding));
            assertThat(world.ledger().suppressed()).isZero();

            world.mail().behave((verb, recipient) -> null);
            world.passTime(campaign, STEP);

            findings.require(Invariants.after(world, campaign, 0));
            assertThat(world.journal().size()).isEqualTo(campaign.size());
            assertThat(crowding).isLessThan(3);
        }
    }

    @Test
    @Row(id = "S2", what = "greylisting, 450 and then 250: one copy each")
    void sendsOneCopyThroughGreylisting(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE / 4);
            Set<String> known = ConcurrentHashMap.newKeySet();
            world.mail()
                    .behave((verb, recipient) ->
                            verb.equals("RCPT") && known.add(recipient) ? "450 4.2.0 greylisted" : null);
            world.begin(campaign);
            Threads.await("each mail to be tried", Duration.ofMinutes(2), () -> known.size() == campaign.size());
            world.passTime(campaign, STEP);

            findings.require(Invariants.after(world, campaign, 0));
            assertThat(world.journal().size()).isEqualTo(campaign.size());
        }
    }

    @Test
    @Row(id = "S3", what = "550 5.1.1 closes the address, 5.7.1 pauses the campaign and closes nobody")
    void tellsBadAddressesFromRefusalsOfUs(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE / 4);
            world.mail()
                    .behave((verb, recipient) -> verb.equals("RCPT") && Campaign.number(recipient) % 10 == 0
                            ? "550 5.1.1 no such user"
                            : null);
            var node = world.begin(campaign);
            findings.require(Invariants.after(world, campaign, 0));
            var bad = Relays.count(campaign, number -> number % 10 == 0);
            assertThat(world.ledger().states(campaign)).containsEntry("REJECTED", bad);
            assertThat(world.ledger().suppressed()).isEqualTo(bad);

            var refused = world.mails(50);
            world.mail().behave(Relays.always("RCPT", "550 5.7.1 not authorised"));
            refused.define(node.api());
            refused.launch(node.api());
            Threads.await(
                    "the campaign to pause",
                    Duration.ofMinutes(1),
                    () -> refused.state(node.api()).equals("PAUSED"));
            assertThat(world.ledger().suppressed()).isEqualTo(bad);
        }
    }

    @Test
    @Row(id = "S4", what = "one domain takes a second for each recipient: others keep 80 % of their rate")
    void letsASlowDomainSlowNobodyElse(Findings findings) {
        var quiet = Quiet.measure();
        try (var world = World.open()) {
            var campaign = world.mails(2 * Lab.SIZE);
            world.mail().behave(USUALLY);
            var node = world.begin(campaign);
            findings.require(Invariants.after(world, campaign, 0));
            var kept = new ArrayList<Double>();
            for (var round = 0; round < 3; round++) {
                campaign = campaign.again();
                var before = rate(world, node, campaign, USUALLY, findings);
                campaign = campaign.again();
                var beside = rate(world, node, campaign, SLOWLY, findings);
                findings.note("%.0f mails/s without, %.0f mails/s beside a slow domain".formatted(before, beside));
                kept.add(beside / before);
            }

            quiet.require();
            assertThat(kept.stream().sorted().toList().get(1)).isGreaterThan(0.8);
        }
    }

    @Test
    @Row(
            id = "S5",
            what = "connections break before, in and after the final dot: unknown exactly where nobody can tell")
    void isUnsureOnlyWhereNobodyCanTell(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.mails(Lab.SIZE / 2);
            Set<String> broken = ConcurrentHashMap.newKeySet();
            world.mail().behave((verb, recipient) -> switch (verb) {
                case "DOT" ->
                    switch (Campaign.number(recipient) % 20) {
                        case 1 -> SmtpSink.TAKE_AND_RESET;
                        case 2 -> SmtpSink.RESET;
                        default -> null;
                    };
                case "RCPT" -> Campaign.number(recipient) % 20 == 3 && broken.add(recipient) ? SmtpSink.RESET : null;
                default -> null;
            });
            world.begin(campaign);
            var unsure = Relays.count(campaign, number -> number % 20 == 1 || number % 20 == 2);
            world.awaitSent((int) (campaign.size() - unsure));
            world.passTime(campaign, STEP);

            var verdict = Invariants.after(world, campaign, unsure);
            findings.require(verdict);
            assertThat(verdict.unknown()).isEqualTo(unsure);
        }
    }

    @Test
    @Row(id = "S6", what = "a relay dies: the next one takes over within 30 s, and never takes what is unknown")
    void failsOverButNeverWithTheUnknown(Findings findings) throws IOException {
        try (var world = World.open();
                var second = new SmtpSink("second", world.journal())) {
            var campaign = world.mails(Lab.SIZE);
            world.mail()
                    .behave((verb, recipient) -> verb.equals("DOT") && Campaign.number(recipient) % 20 == 1
                            ? SmtpSink.TAKE_AND_RESET
                            : null);
            world.begin(
                    campaign,
                    "uplift.mail.relays[1].host=localhost",
                    "uplift.mail.relays[1].port=" + second.port(),
                    "uplift.mail.relays[1].connections=" + Lab.CONNECTIONS);
            world.awaitSent(campaign.size() / 4);
            world.mail().close();
            world.killed();
            var died = Instant.now();
            Threads.await("the second relay to take over", Duration.ofSeconds(30), () -> second.tries() > 0);
            findings.note("second relay after %d ms"
                    .formatted(Duration.between(died, Instant.now()).toMillis()));
            world.passTime(campaign, STEP);

            var unsure = Relays.count(campaign, number -> number % 20 == 1);
            findings.require(Invariants.after(world, campaign, unsure + 2L * Lab.CONNECTIONS));
        }
    }

    /** Mails per second to those whose domain is not slow; the relay behaves like this until the last of them is sent. */
    private static double rate(World world, Node node, Campaign campaign, SmtpSink.Manner manner, Findings findings) {
        world.mail().behave(manner);
        var sentBefore = world.journal().size();
        var expected = Relays.count(campaign, number -> !slow(campaign.address(number)));
        campaign.define(node.api());
        campaign.launch(node.api());
        Threads.await(
                "all but the slow to get their mail",
                Duration.ofMinutes(2),
                () -> arrived(world, sentBefore).size() == expected);
        world.mail().behave(USUALLY);
        findings.require(Invariants.after(world, campaign, 0));
        var times = arrived(world, sentBefore);
        var span = Duration.between(times.get(0), times.get(times.size() - 1));
        return times.size() * 1000.0 / Math.max(1, span.toMillis());
    }

    private static List<Instant> arrived(World world, int sentBefore) {
        return world.journal().entries().stream()
                .skip(sentBefore)
                .filter(entry -> !slow(entry.to()))
                .map(Journal.Entry::at)
                .sorted()
                .toList();
    }

    private static boolean slow(String address) {
        return address.endsWith(".slow.example");
    }

    /** How many more retries the fullest ten seconds hold than ten seconds on average. */
    private static double crowding(World world, Campaign campaign) {
        var bins = world.ledger()
                .jdbc()
                .sql(DUE)
                .param("key", campaign.key())
                .query((row, number) -> row.getTimestamp(1).getTime() / 10_000)
                .list();
        var first = bins.stream().min(Long::compare).orElseThrow();
        var last = bins.stream().max(Long::compare).orElseThrow();
        var fullest =
                bins.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .values()
                        .stream()
                        .max(Long::compare)
                        .orElseThrow();
        return fullest * (last - first + 1.0) / bins.size();
    }
}
