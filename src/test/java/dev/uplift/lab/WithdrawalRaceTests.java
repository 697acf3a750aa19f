package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Customers withdraw at the very moment at which their message is marked. */
@Tag("lab")
class WithdrawalRaceTests {

    private static final Pattern UNSUBSCRIBE = Pattern.compile("/u/[\\w-]{43}");
    private static final Map<String, String> ONE_CLICK = Map.of("List-Unsubscribe", "One-Click");

    /** Slow enough for withdrawals to keep up with the messages. */
    private static final int PROVIDER_MILLIS = 60;

    private static final String CONSENT = """
            {"externalId": "%s", "consents": [{"channel": "%s", "purpose": "marketing", "granted": true,
             "basis": "consent", "proof": "lab", "at": "2026-01-01T00:00:00Z"}]}""";

    private static final String[] SETTINGS = {
        "uplift.twilio.connections=" + Lab.CONNECTIONS,
        "uplift.contact.quiet-from=00:00",
        "uplift.contact.quiet-to=00:00",
        "uplift.contact.sundays-and-holidays=false"
    };

    @Test
    @Row(id = "T5", what = "unsubscribe races with the mark: no mail is marked once the withdrawal is committed")
    void sendsNoMailAfterAnUnsubscribe(Findings findings) throws InterruptedException {
        try (var world = World.open()) {
            var first = world.mails(Lab.RACES / 2);
            var api = prepare(world, first).api();
            launch(first, api);
            world.awaitSent(first.size());
            var links = links(world);
            var campaign = first.again();
            var race = new Race(
                    Marks.order(first, world.ledger().jdbc()),
                    number -> api.submit(Objects.requireNonNull(links.get(campaign.address(number))), ONE_CLICK));
            world.mail().behave((verb, recipient) -> {
                if (verb.equals("DOT") && !overtakes(recipient)) {
                    out(race, Campaign.number(recipient));
                }
                return null;
            });
            judge(world, campaign, api, race, findings);
        }
    }

    @Test
    @Row(id = "T6", what = "STOP races with the mark: no text is marked once the withdrawal is committed")
    void sendsNoTextAfterAStop(Findings findings) throws InterruptedException {
        try (var world = World.open()) {
            var campaign = world.texts(Lab.RACES / 2);
            var node = prepare(world, campaign);
            var race = new Race(
                    Marks.order(campaign, world.ledger().jdbc()),
                    number -> Callbacks.stop(world, node, campaign.phone(number), number));
            world.twilio().behave((customer, request) -> {
                out(race, customer);
                return null;
            });
            judge(world, campaign, node.api(), race, findings);
        }
    }

    /** A node, with witnesses in its database, and customers who agreed to everything. */
    private static Node prepare(World world, Campaign campaign) {
        var node = world.node(SETTINGS);
        Marks.witness(world.ledger().jdbc());
        campaign.define(node.api());
        var consents = IntStream.range(0, campaign.size())
                .mapToObj(number -> CONSENT.formatted(campaign.customer(number), campaign.channel()))
                .collect(Collectors.joining(",", "[", "]"));
        node.api().post("/api/customers", consents);
        return node;
    }

    private static void launch(Campaign campaign, Api api) {
        api.put(
                "/api/campaigns/" + campaign.key(),
                campaign.definition().replace("purpose: service", "purpose: marketing"));
        campaign.launch(api);
    }

    /** The link in each mail, by address. */
    private static Map<String, String> links(World world) {
        return world.journal().entries().stream().collect(Collectors.toMap(Journal.Entry::to, mail -> {
            var link = UNSUBSCRIBE.matcher(mail.text().replace("=\n", ""));
            assertThat(link.find()).isTrue();
            return link.group();
        }));
    }

    /** A small domain beside a large one gets ahead of it, and says nothing of how far the campaign has come. */
    private static boolean overtakes(String recipient) {
        return recipient.contains(".slow.");
    }

    /** The provider tells that it has a message, and thinks for a while. */
    private static void out(Race race, int customer) throws InterruptedException {
        race.out(customer);
        Thread.sleep(PROVIDER_MILLIS);
    }

    private static void judge(World world, Campaign campaign, Api api, Race race, Findings findings)
            throws InterruptedException {
        var before = world.journal().size();
        launch(campaign, api);
        world.awaitSent(before + 1);
        race.start(1);
        findings.seed(1);
        var ended = world.awaitEnd(campaign);
        var withdrawals = race.finish();
        assertThat(ended).isTrue();
        var result = RaceResult.of(world, campaign, withdrawals);
        findings.note(result.toString());
        findings.require(result.verdict());
        assertThat(result.went()).isPositive();
        assertThat(result.prevented()).isPositive();
    }
}
