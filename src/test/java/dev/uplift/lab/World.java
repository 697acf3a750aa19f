package dev.uplift.lab;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** All that a run needs: sinks with one journal, a database of its own, and the nodes that were started. */
final class World implements Closeable {

    private static final AtomicInteger CAMPAIGNS = new AtomicInteger();
    private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("lab.patience", 180));

    private final Journal journal = new Journal();
    private final SmtpSink mail = new SmtpSink("relay", journal);
    private final TwilioSink twilio = new TwilioSink(journal);
    private final Path folder = Folders.fresh("world");
    private final LabDatabase database;
    private final String name;
    private final int firstPort = Node.freePort();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Instant> withdrawn = new ConcurrentHashMap<>();
    private int kills;

    World(LabDatabase database) {
        this.database = database;
        this.name = database.fresh();
        shiftClocks(Duration.ZERO);
    }

    /** On the database that all runs share, which no run may end. */
    static World open() {
        return new World(SharedDatabase.get());
    }

    Journal journal() {
        return journal;
    }

    SmtpSink mail() {
        return mail;
    }

    TwilioSink twilio() {
        return twilio;
    }

    LabDatabase database() {
        return database;
    }

    Ledger ledger() {
        return new Ledger(database.source(name));
    }

    /** The first node's address, which stands in every link and callback. */
    String publicUrl() {
        return "http://localhost:" + firstPort;
    }

    /** Another node, ready to serve; the first one listens at the public address, also after a restart. */
    Node node(String... settings) {
        return launch(Map.of(), settings).awaitReady();
    }

    /** Starts a node and the campaign on it. */
    Node begin(Campaign campaign, String... settings) {
        var node = node(settings);
        campaign.define(node.api());
        campaign.launch(node.api());
        return node;
    }

    /** A node that ends itself at this place. */
    Node dying(String failpoint, String... settings) {
        kills++;
        return launch(Map.of("UPLIFT_FAILPOINT", failpoint), settings);
    }

    /** A node with settings and environment of its own; later settings replace earlier ones. */
    Node launch(Map<String, String> environment, String... settings) {
        var first = nodes.stream().noneMatch(Node::alive);
        var all = new LinkedHashMap<String, String>();
        Stream.concat(settings().stream(), Stream.of(settings))
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> all.put(setting[0], setting[1]));
        var arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
        var log = folder.resolve("node-" + (nodes.size() + 1) + ".log");
        var node = Node.launch(first ? firstPort : Node.freePort(), log, clock(), arguments, environment);
        nodes.add(node);
        return node;
    }

    /** Shifts the clocks of all nodes by this much against the right time. */
    void shiftClocks(Duration offset) {
        LabClock.set(clock(), offset);
    }

    /** Lets time pass on all nodes, in steps, until the campaign is over; for retries that are hours away. */
    void passTime(Campaign campaign, Duration step) {
        var offset = Duration.ZERO;
        for (var steps = 0; steps < 60 && !ledger().ended(campaign); steps++) {
            offset = offset.plus(step);
            shiftClocks(offset);
            Threads.pause(Duration.ofMillis(1_500));
        }
    }

    private Path clock() {
        return folder.resolve("clock");
    }

    Path folder() {
        return folder;
    }

    /** A kill or a loss after which sends may be unknown. */
    void killed() {
        kills++;
    }

    int kills() {
        return kills;
    }

    void withdrawn(String customer) {
        withdrawn.putIfAbsent(customer, Instant.now());
    }

    Map<String, Instant> withdrawals() {
        return Map.copyOf(withdrawn);
    }

    Campaign mails(int size) {
        return Campaign.of("lab-" + CAMPAIGNS.incrementAndGet(), size, "email");
    }

    Campaign texts(int size) {
        return Campaign.of("lab-" + CAMPAIGNS.incrementAndGet(), size, "sms");
    }

    /** Waits until so many messages have come out. */
    void awaitSent(int number) {
        Threads.await(number + " messages to come out", LONGEST, () -> journal.size() >= number);
    }

    /** Waits for the end of a campaign; whether it came is for the invariants to say. */
    boolean awaitEnd(Campaign campaign) {
        return awaitEnd(campaign, LONGEST);
    }

    boolean awaitEnd(Campaign campaign, Duration longest) {
        try {
            Threads.await("the campaign to end", longest, () -> ledger().ended(campaign));
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /** Everything the nodes have written. */
    String logs() {
        return String.join("\n", nodes.stream().map(Node::log).toList());
    }

    private List<String> settings() {
        return List.of(
                "uplift.home=" + folder.resolve("home"),
                "uplift.content=" + Path.of("").toAbsolutePath(),
                "uplift.api-key=" + Api.KEY,
                "uplift.admin-password=lab-password-1",
                "uplift.demo=false",
                "uplift.public-url=" + publicUrl(),
                "uplift.mail.relays[0].host=localhost",
                "uplift.mail.relays[0].port=" + mail.port(),
                "uplift.mail.relays[0].connections=" + Lab.CONNECTIONS,
                // a second copy on purpose could not be told from one by accident
                "uplift.sending.service-mail-at-least-once=false",
                "uplift.twilio.account-sid=AC0123456789",
                "uplift.twilio.auth-token=" + Api.TWILIO_TOKEN,
                "uplift.twilio.from=+4915112345678",
                "uplift.twilio.base-url=" + twilio.url(),
                "spring.datasource.url=" + database.url(name),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password());
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        try {
            mail.close();
            twilio.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
