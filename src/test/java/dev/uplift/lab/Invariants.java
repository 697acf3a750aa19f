package dev.uplift.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold after every run, whatever happened in it; each violation is a sentence. */
final class Invariants {

    /** States of sends that a provider took. */
    private static final Set<String> TAKEN = Set.of("ACCEPTED", "DELIVERED", "BOUNCED", "COMPLAINED", "UNDELIVERED");

    private static final String UNKNOWN = "UNKNOWN";

    /** A send that was marked just before a withdrawal leaves within this; marked later, it must not leave. */
    private static final Duration MARKED_BEFORE = Duration.ofSeconds(2);

    private final World world;
    private final Campaign campaign;
    private final List<Ledger.Row> ledger;
    private final Map<String, Long> sink;
    private final long unknownAllowed;
    private final List<String> violations = new ArrayList<>();

    private Invariants(World world, Campaign campaign, long unknownAllowed) {
        this.world = world;
        this.campaign = campaign;
        this.unknownAllowed = unknownAllowed;
        this.ledger = world.ledger().sends(campaign);
        var ours = ledger.stream().map(Ledger.Row::send).collect(Collectors.toSet());
        this.sink = world.journal().counts().entrySet().stream()
                .filter(entry -> ours.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Checks a campaign that should be over; each kill explains twice the connections as unknown. */
    static Verdict after(World world, Campaign campaign) {
        return after(world, campaign, 2L * Lab.CONNECTIONS * world.kills());
    }

    /** Checks a campaign that should be over, with another number of unknown sends explained by what was done to it. */
    static Verdict after(World world, Campaign campaign, long unknownAllowed) {
        var ended = world.awaitEnd(campaign);
        var invariants = new Invariants(world, campaign, unknownAllowed);
        invariants.require(
                ended,
                "I6 the campaign does not end by itself: runs %s, states %s"
                        .formatted(world.ledger().runs(campaign), world.ledger().states(campaign)));
        return invariants.check();
    }

    private Verdict check() {
        var duplicates = sink.values().stream().filter(times -> times > 1).count();
        var planned = ledger.size() + world.ledger().leftOut(campaign);
        require(duplicates == 0, "I1 %d sends were taken twice".formatted(duplicates));
        require(
                planned == campaign.size(),
                "I2 %d of %d customers are accounted for".formatted(planned, campaign.size()));
        var lost = ledgerAgainstSink();
        require(
                unknown() <= unknownAllowed,
                "I4 %d sends are unknown, %d are explained by what happened".formatted(unknown(), unknownAllowed));
        withdrawals();
        logs();
        return new Verdict(duplicates, lost, unknown(), unknownAllowed, ledger.size(), List.copyOf(violations));
    }

    /** Gives how many sends the ledger takes for done though no sink has them. */
    private long ledgerAgainstSink() {
        var unrecorded = ledger.stream()
                .filter(row -> sink.containsKey(row.send()))
                .filter(row -> !TAKEN.contains(row.state()) && !row.state().equals(UNKNOWN))
                .collect(Collectors.groupingBy(Ledger.Row::state, Collectors.counting()));
        var lost = ledger.stream()
                .filter(row -> TAKEN.contains(row.state()) && !sink.containsKey(row.send()))
                .count();
        require(unrecorded.isEmpty(), "I3 sinks took sends that the ledger calls %s".formatted(unrecorded));
        require(lost == 0, "I3 the ledger calls %d sends accepted that no sink took".formatted(lost));
        return lost;
    }

    private long unknown() {
        return ledger.stream().filter(row -> row.state().equals(UNKNOWN)).count();
    }

    private void withdrawals() {
        var times = world.journal().times();
        var withdrawn = world.withdrawals();
        var late = ledger.stream()
                .filter(row -> {
                    var no = withdrawn.get(row.customer());
                    var sent = times.get(row.send());
                    return no != null && sent != null && sent.isAfter(no.plus(MARKED_BEFORE));
                })
                .count();
        require(late == 0, "I5 %d messages left after their customer had withdrawn".formatted(late));
    }

    private void logs() {
        var logs = world.logs();
        var found = List.of(
                        Campaign.FIRST_NAME,
                        "Zobel",
                        campaign.address(1),
                        campaign.phone(1),
                        campaign.audience() + ".example",
                        "Drei Handgriffe",
                        "Drei Spartipps",
                        Api.TWILIO_TOKEN,
                        "lab-password-1",
                        world.database().password())
                .stream()
                .filter(logs::contains)
                .toList();
        require(found.isEmpty(), "I7 the logs have %s".formatted(found));
    }

    private void require(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }
}
