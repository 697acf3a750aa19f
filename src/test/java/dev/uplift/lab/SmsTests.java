package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.HttpClientErrorException;

/** Twilio at its worst; each code by itself is in SmsChannelTests. */
@Tag("lab")
class SmsTests {

    private static final String RESTING =
            "select exists (select from delivery.bucket where key like 'domain:+%' and rests_until is not null)";

    @Test
    @Row(
            id = "T1",
            what = "Twilio answers 500, 503, 429 or nothing: one request per try, unknown is resolved by callbacks")
    void asksOncePerTry(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.texts(Lab.SIZE / 2);
            world.twilio().behave((customer, request) -> switch (customer % 20) {
                case 1 -> 500;
                case 2 -> 503;
                case 3 -> request == 1 ? 429 : null;
                case 4 -> 0;
                default -> null;
            });
            var node = world.begin(campaign);
            var unsure = Relays.count(campaign, number -> number % 20 == 1 || number % 20 == 2 || number % 20 == 4);
            Threads.await(
                    "each text to be tried",
                    Duration.ofMinutes(2),
                    () -> world.twilio().requests().size() == campaign.size());
            world.passTime(campaign, Duration.ofMinutes(10));

            var verdict = Invariants.after(world, campaign, unsure);
            findings.require(verdict);
            assertThat(verdict.unknown()).isEqualTo(unsure);
            assertThat(world.twilio().requests())
                    .allSatisfy((customer, requests) -> assertThat(requests).isEqualTo(customer % 20 == 3 ? 2 : 1));
            world.journal().counts().keySet().forEach(send -> Callbacks.post(world, node, send, "delivered"));
            var never = Relays.count(campaign, number -> number % 20 == 1 || number % 20 == 2);
            Threads.await(
                    "callbacks to resolve the unknown",
                    Duration.ofSeconds(30),
                    () -> world.ledger()
                            .states(campaign)
                            .equals(Map.of("DELIVERED", campaign.size() - never, "UNKNOWN", never)));
        }
    }

    @Test
    @Row(
            id = "T2",
            what =
                    "callbacks come thrice, shuffled, before the answer, forged: the end is the same, forgery is refused")
    void endsTheSameWhateverTheOrderOfCallbacks(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.texts(100);
            var node = world.begin(campaign);
            world.awaitSent(campaign.size());
            var random = new Random(1);
            findings.seed(1);
            world.journal().counts().keySet().forEach(send -> {
                var statuses = new ArrayList<>(Collections.nCopies(3, List.of("queued", "sent", "delivered")).stream()
                        .flatMap(List::stream)
                        .toList());
                Collections.shuffle(statuses, random);
                statuses.forEach(status -> Callbacks.post(world, node, send, status));
            });
            var forged = Map.of("From", campaign.phone(1), "Body", "STOP", "MessageSid", "SM1");

            findings.require(Invariants.after(world, campaign, 0));
            Threads.await(
                    "all to be delivered",
                    Duration.ofSeconds(30),
                    () -> world.ledger().states(campaign).equals(Map.of("DELIVERED", 100L)));
            assertThatThrownBy(() -> node.api().submit("/hooks/twilio/inbound", forged))
                    .isInstanceOf(HttpClientErrorException.Forbidden.class);
        }
    }

    @Test
    @Row(
            id = "T3",
            what =
                    "Twilio refuses by code, at once or in a callback: numbers are closed, tried again or the campaign stops")
    void doesWhatEachErrorCodeCallsFor(Findings findings) {
        try (var world = World.open()) {
            var campaign = world.texts(200);
            world.twilio().behave((customer, request) -> switch (customer % 10) {
                case 1 -> 21610;
                case 2 -> 21211;
                case 3 -> request == 1 ? 21611 : null;
                case 4 -> 21617;
                default -> null;
            });
            var node = world.begin(campaign);
            world.awaitSent(120);
            world.passTime(campaign, Duration.ofMinutes(10));
            findings.require(Invariants.after(world, campaign, 0));

            world.journal().entries().forEach(text -> report(world, node, text));
            Threads.await(
                    "callbacks to be applied",
                    Duration.ofSeconds(30),
                    () -> world.ledger()
                            .states(campaign)
                            .equals(Map.of("DELIVERED", 100L, "UNDELIVERED", 40L, "REJECTED", 60L)));
            assertThat(world.ledger().suppressed()).isEqualTo(60);

            letsACountryRest(world, node, campaign.again(), findings);
            findings.note("21610, 21211, 30005 close the number; 21611 is tried again; 21617, 30004 are kept");
        }
    }

    /** The campaign goes on for others, and here when the account may write there. */
    private static void letsACountryRest(World world, Node node, Campaign campaign, Findings findings) {
        var refused = new AtomicInteger();
        world.twilio().behave((customer, request) -> {
            refused.incrementAndGet();
            return 21408;
        });
        campaign.define(node.api());
        campaign.launch(node.api());
        Threads.await(
                "the country to rest",
                Duration.ofMinutes(1),
                () -> world.ledger().jdbc().sql(RESTING).query(Boolean.class).single());
        assertThat(campaign.state(node.api())).isNotEqualTo("PAUSED");
        assertThat(world.ledger().states(campaign)).doesNotContainKeys("ACCEPTED", "REJECTED");

        world.twilio().behave((customer, request) -> null);
        world.passTime(campaign, Duration.ofHours(4));

        findings.require(Invariants.after(world, campaign, 0));
        findings.note("21408 lets a country rest: %d were tried".formatted(refused.get()));
        assertThat(world.ledger().states(campaign)).isEqualTo(Map.of("ACCEPTED", 140L));
        assertThat(world.ledger().leftOut(campaign)).isEqualTo(60);
        assertThat(world.ledger().suppressed()).isEqualTo(60);
    }

    private static void report(World world, Node node, Journal.Entry text) {
        switch (Campaign.number(text.to()) % 10) {
            case 5 -> Callbacks.post(world, node, text.send(), "undelivered", "30005");
            case 6 -> Callbacks.post(world, node, text.send(), "undelivered", "30004");
            default -> Callbacks.post(world, node, text.send(), "delivered");
        }
    }

    @Test
    @Row(id = "T4", what = "STOP arrives while the campaign runs: whoever said it gets nothing that was not under way")
    void obeysStopWhileSending(Findings findings) {
        for (var seed = 1L; seed <= Lab.SEEDS; seed++) {
            findings.seed(seed);
            try (var world = World.open()) {
                var campaign = world.texts(Lab.SIZE);
                world.twilio().behave((customer, request) -> {
                    Thread.sleep(150);
                    return null;
                });
                var node = world.begin(campaign);
                world.awaitSent(1);
                stopAtRandom(world, node, campaign, new Random(seed));
                findings.require(Invariants.after(world, campaign, 0));
                findings.note("%d said STOP, %d texts"
                        .formatted(world.withdrawals().size(), world.journal().size()));
                assertThat(world.journal().size()).isLessThan(campaign.size());
            }
        }
    }

    private static void stopAtRandom(World world, Node node, Campaign campaign, Random random) {
        while (!world.ledger().ended(campaign) && world.withdrawals().size() < campaign.size() / 4) {
            var customer = random.nextInt(campaign.size());
            Callbacks.stop(world, node, campaign.phone(customer), customer);
            world.withdrawn(campaign.customer(customer));
        }
    }
}
