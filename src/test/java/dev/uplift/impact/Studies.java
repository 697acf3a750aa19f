package dev.uplift.impact;

import dev.uplift.impact.Evidence.Besides;
import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evidence made by hand. */
final class Studies {

    static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
    static final Instant READ_OUT = Instant.parse("2026-11-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private Studies() {}

    static MeasurementPlan plan(int worth, double holdOut) {
        return plan(worth, holdOut, true);
    }

    static MeasurementPlan plan(int worth, double holdOut, boolean usesOutcome) {
        return plan(worth, holdOut, usesOutcome, "CUSTOMER", List.of("channel"));
    }

    static MeasurementPlan plan(int worth, double holdOut, boolean usesOutcome, String unit, List<String> strata) {
        return new MeasurementPlan(
                "bill",
                1,
                1,
                "nps",
                "0-6 / 7-8 / 9-10",
                worth,
                15,
                null,
                holdOut,
                unit,
                usesOutcome,
                strata,
                READ_OUT,
                400,
                .01,
                .04,
                START);
    }

    /** The same for CSAT, with an audience that was not chosen by an answer. */
    static MeasurementPlan csat(int worth, double holdOut) {
        return new MeasurementPlan(
                "bill",
                1,
                1,
                Metric.CSAT.key(),
                Metric.CSAT.breaks(),
                worth,
                80,
                null,
                holdOut,
                "CUSTOMER",
                false,
                List.of("channel"),
                READ_OUT,
                400,
                .01,
                .04,
                START);
    }

    /** The same with answers to other metrics. */
    static Evidence also(Evidence evidence, List<Evidence.Also> also) {
        return new Evidence(
                evidence.plan(),
                evidence.asOf(),
                evidence.looks(),
                evidence.peers(),
                evidence.treated(),
                evidence.holdOut(),
                evidence.themes(),
                evidence.outside(),
                evidence.waves(),
                evidence.heldBack(),
                also,
                evidence.accounts());
    }

    /** Alike before: everybody by mail, nobody with an earlier answer. */
    static Peers arm(String arm, long assigned, long invited, Classes answers) {
        return peers(arm, "email", null, assigned, invited, answers);
    }

    static Peers peers(
            String arm, String stratum, @Nullable Integer earlier, long assigned, long invited, Classes answers) {
        var scores = IntStream.rangeClosed(0, 10)
                .mapToObj(score -> score == 3
                        ? answers.detractors()
                        : score == 8 ? answers.passives() : score == 10 ? answers.promoters() : 0L)
                .toList();
        return new Peers(arm, stratum, earlier, assigned, invited, scores);
    }

    static Besides besides(String surveys, long people) {
        return new Besides(
                people,
                people,
                surveys,
                10,
                surveys.isEmpty() ? null : START.plusSeconds(700_000),
                7.0,
                0,
                guardrails(0, 0));
    }

    static SortedMap<String, Long> guardrails(long churned, long withdrawn) {
        return new TreeMap<>(Map.of("churned", churned, "withdrawn", withdrawn));
    }

    static Evidence evidence(MeasurementPlan plan, Peers... peers) {
        return evidence(plan, NOW, peers);
    }

    static Evidence evidence(MeasurementPlan plan, Instant asOf, Peers... peers) {
        return new Evidence(
                plan,
                asOf,
                0,
                List.of(peers),
                besides("nps-bill", invited("treated", peers)),
                besides("nps-bill", invited("hold-out", peers)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same people in accounts. */
    static Evidence inAccounts(Evidence evidence, Accounts.Alike... accounts) {
        return new Evidence(
                evidence.plan(),
                evidence.asOf(),
                0,
                evidence.peers(),
                evidence.treated(),
                evidence.holdOut(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(accounts));
    }

    static long invited(String arm, Peers... peers) {
        return Stream.of(peers)
                .filter(group -> group.arm().equals(arm))
                .mapToLong(group -> Objects.requireNonNull(group.invited()))
                .sum();
    }

    static Report report(Evidence evidence) {
        return new Analysis(evidence).report(new Report.Method("test", "", ""));
    }
}
